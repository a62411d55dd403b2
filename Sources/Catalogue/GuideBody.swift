/// The part of a guide's file after the front matter, read line by line.
struct GuideBody {
    private(set) var introduction = ""
    private(set) var steps: [Step] = []
    /// Where each step's heading stands.
    private(set) var places: [Position] = []

    private let name: String
    private var ids: [String: Position] = [:]
    private var lines: [String] = []
    private var step: (id: String, title: String)?
    private var text = ""
    private var done = ""
    private var picture: Picture?
    private var trouble: String?
    private var troubles: [Trouble] = []

    init(name: String) {
        self.name = name
    }

    /// - Parameter number: of the line in its file, from 1.
    mutating func read(_ line: String, number: Int, _ findings: inout Findings) {
        let place = Position(file: name, line: number)
        if line.begins(with: "### ") {
            guard step != nil else {
                findings.add(.misplacedHeading, at: place, ["heading": String(line.dropFirst(4))])
                return
            }
            closePart()
            let title = line.dropFirst(4).trimmed
            if !title.hasPrefix("Nếu") { findings.add(.misplacedHeading, at: place, ["heading": title]) }
            trouble = title
        } else if line.begins(with: "## ") {
            close(&findings)
            open(heading: line.dropFirst(3).trimmed, at: place, &findings)
        } else if line.begins(with: "#") {
            findings.add(.misplacedHeading, at: place, ["heading": line])
        } else if let drawing = GuideBody.picture(in: line), step != nil, trouble == nil {
            picture = drawing
        } else if step != nil, trouble == nil, line.begins(with: GuideBody.doneMark) {
            done = line.dropFirst(GuideBody.doneMark.count).trimmed
        } else {
            for link in GuideBody.links(in: line) { GuideFile.check(link: link, at: place, &findings) }
            lines.append(line)
        }
    }

    /// Ends the step that is being read; to be called once after the last line, too.
    mutating func close(_ findings: inout Findings) {
        closePart()
        if let step {
            steps.append(Step(id: step.id, title: step.title, text: text, done: done, picture: picture, troubles: troubles))
        }
        step = nil
        (text, done, picture, trouble, troubles) = ("", "", nil, nil, [])
    }

    /// “Xong khi:” is part of the file format (DESIGN.md, section 5), as the heading marks are.
    private static let doneMark = "Xong khi:"

    private mutating func open(heading: String, at place: Position, _ findings: inout Findings) {
        var title = heading
        var id = ""
        if heading.hasSuffix("}"), let open = heading.range(of: "{#") {
            title = heading[..<open].trimmed
            id = String(heading[heading.index(open, offsetBy: 2)...].dropLast())
        }
        if id.isEmpty {
            findings.add(.missingStepID, at: place, ["title": title])
        } else if !id.isIdentifier {
            findings.add(.malformedID, at: place, ["id": id])
        } else if let first = ids[id] {
            findings.add(.repeatedStepID, at: place, ["id": id, "first": first.description])
        }
        if title.isEmpty { findings.add(.emptyValue, at: place) }
        if ids[id] == nil { ids[id] = place }
        places.append(place)
        step = (id, title)
    }

    /// Puts the lines read so far where they belong: the introduction, the step's text or a trouble's remedy.
    private mutating func closePart() {
        let block = lines.joined(separator: "\n").trimmed
        lines = []
        if let trouble {
            troubles.append(Trouble(title: trouble, remedy: block))
        } else if step != nil {
            text = block
        } else {
            introduction = block
        }
        trouble = nil
    }

    /// `![what it shows](file.svg)` alone on a line.
    private static func picture(in line: String) -> Picture? {
        guard line.begins(with: "!["), line.hasSuffix(")"), let middle = line.range(of: "](") else { return nil }
        let description = line[line.index(line.startIndex, offsetBy: 2)..<middle].trimmed
        return Picture(file: line[line.index(middle, offsetBy: 2)...].dropLast().trimmed, description: description)
    }

    private static func links(in line: String) -> [String] {
        guard line.utf8.contains(UInt8(ascii: ":")) else { return [] }
        return line.split(separator: " ").filter { $0.begins(with: "http:") || $0.begins(with: "https:") }.map { word in
            String(word.reversed().drop { ".,;:!?)”".contains($0) }.reversed())
        }
    }
}

extension String {
    /// Where a shorter text begins in this one.
    fileprivate func range(of part: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start }
            start = index(after: start)
        }
        return nil
    }
}
