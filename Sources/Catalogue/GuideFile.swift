internal import Foundation
internal import Yams

/// One file of `content/guides/`: front matter between two lines `---`, an introduction, and one `##` heading a step.
struct GuideFile {
    /// The guide, or nil where the file cannot be read as one.
    let guide: Guide?
    /// Where each step's heading stands, in order.
    let steps: [Position]
    private static let known = [
        "title", "group", "audience", "checked", "review-by", "sources", "hotline", "link", "prepare", "fee", "time", "account", "share",
    ]

    /// - Parameters:
    ///   - id: the name of the file without its ending.
    ///   - loudspeaker: what is read out over a loudspeaker, from the file beside it.
    init(id: String, name: String, text: String, loudspeaker: String? = nil, _ findings: inout Findings) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            findings.add(.missingFrontMatter, at: Position(file: name))
            guide = nil
            steps = []
            return
        }
        if !id.isIdentifier { findings.add(.malformedID, at: Position(file: name), ["id": id]) }
        var body = GuideBody(name: name)
        for (number, line) in lines.enumerated().dropFirst(end + 1) {
            body.read(line, number: number + 1, &findings)
        }
        body.close(&findings)
        steps = body.places
        let matter = text.split(separator: "\n", omittingEmptySubsequences: false)[1..<end].joined(separator: "\n")
        guide = GuideFile.guide(
            id: id, matter: matter, file: YAMLFile(name: name, linesBefore: 1), body: body, text: text, loudspeaker: loudspeaker,
            &findings)
    }

    private static func guide(
        id: String, matter: String, file: YAMLFile, body: GuideBody, text: String, loudspeaker: String?, _ findings: inout Findings
    ) -> Guide? {
        guard let root = file.compose(matter, &findings), let fields = file.fields(of: root, known: known, &findings) else { return nil }
        let title = file.required("title", in: fields, of: root, &findings).flatMap { file.string($0, &findings) }
        let group = file.required("group", in: fields, of: root, &findings).flatMap { file.identifier($0, &findings) }
        let checked = file.required("checked", in: fields, of: root, &findings).flatMap { day($0, file, &findings) }
        let reviewBy = file.required("review-by", in: fields, of: root, &findings).flatMap { day($0, file, &findings) }
        guard let title, let group, let checked, let reviewBy else { return nil }
        let sources = fields["sources"].map { file.located($0, &findings) } ?? []
        for (source, place) in sources where source.hasPrefix("http") {
            check(link: source, at: place, &findings)
        }
        let link = fields["link"].flatMap { file.string($0, &findings) }
        if let link, let node = fields["link"] { check(link: link, at: file.position(of: node), &findings) }
        return Guide(
            id: id, title: title, group: group,
            audience: fields["audience"].map { file.strings($0, &findings) } ?? [],
            checked: checked, reviewBy: reviewBy, sources: sources.map(\.text),
            hotline: fields["hotline"].flatMap { file.string($0, &findings) }, link: link,
            prepare: fields["prepare"].map { file.strings($0, &findings) } ?? [],
            fee: fields["fee"].flatMap { file.string($0, &findings) }, time: fields["time"].flatMap { file.string($0, &findings) },
            account: fields["account"].flatMap { file.string($0, &findings) }, share: fields["share"].flatMap { file.string($0, &findings) },
            loudspeaker: loudspeaker,
            introduction: body.introduction, steps: body.steps, revision: digest(of: text)
        )
    }

    private static func day(_ node: Node, _ file: YAMLFile, _ findings: inout Findings) -> Day? {
        guard let text = file.string(node, &findings) else { return nil }
        guard let day = Day(text) else {
            findings.add(.malformedDay, at: file.position(of: node), ["day": text])
            return nil
        }
        return day
    }

    /// An address must be one that a person can open: `https`, a host with a dot, no space.
    static func check(link: String, at place: Position, _ findings: inout Findings) {
        let address = URLComponents(string: link)
        guard address?.scheme == "https", let host = address?.host, host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."),
            !link.contains(" ")
        else {
            findings.add(.malformedLink, at: place, ["link": link])
            return
        }
    }

    /// Six letters that change when the file does. Not a guard against anybody: two revisions of one guide only need to differ.
    private static func digest(of text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 36)
        return String(digits.suffix(6))
    }
}
