import Catalogue

/// A step as it is printed, and how much room it needs.
struct SheetStep {
    let title: String
    /// The step's text in sentences.
    let sentences: [String]
    let done: String

    init(_ step: Step) {
        title = step.title
        sentences = SheetStep.sentences(of: step.text.replacing("https://", with: ""))
        done = step.done
    }

    func text(sentences count: Int) -> String {
        sentences.prefix(count).joined(separator: " ")
    }

    /// In millimetres, on the safe side.
    func height(in setting: Sheet.Setting, sentences: Int, width: Double) -> Double {
        let size = Double(setting.size) / 10 * 0.3528
        // The number stands before the text, as wide as two letters.
        let measure = width / size - 2
        var lines = Self.lines(Self.ems(title) * 1.12, measure) * 1.04 + Self.lines(Self.ems(text(sentences: sentences)), measure)
        if setting.hasDone { lines += Self.lines(Self.ems(done) + 5.2, measure) }
        return (lines * 1.3 + 0.6) * size
    }

    private static func lines(_ ems: Double, _ measure: Double) -> Double {
        max(1, (ems / measure * 1.05).rounded(.up))
    }

    /// A list is one sentence with what announces it.
    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var isInList = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("- ") {
                let item = line.dropFirst(2)
                let last = sentences.popLast() ?? ""
                sentences.append(last + (isInList ? "; " : last.isEmpty ? "" : " ") + (item.last == "." ? item.dropLast() : item))
                isInList = true
                continue
            }
            if isInList { sentences.append((sentences.popLast() ?? "") + ".") }
            isInList = false
            sentences += self.sentences(inLine: line)
        }
        if isInList { sentences.append((sentences.popLast() ?? "") + ".") }
        return sentences
    }

    private static func sentences(inLine line: Substring) -> [String] {
        var sentences: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            current += (current.isEmpty ? "" : " ") + word
            if let last = word.last, ".!?".contains(last) {
                sentences.append(current)
                current = ""
            }
        }
        return current.isEmpty ? sentences : sentences + [current]
    }

    /// About how wide a text is in a sans serif, in units of its size.
    private static func ems(_ text: String) -> Double {
        text.reduce(0) { sum, letter in
            switch letter {
            case " ": sum + 0.27
            case "i", "ì", "í", "ỉ", "ĩ", "ị", "l", "j", "t", "f", "r", ".", ",", ":", ";", "!", "(", ")", "“", "”", "-", "/": sum + 0.38
            case "m", "w", "M", "W": sum + 0.93
            default: sum + (letter.isUppercase ? 0.67 : 0.57)
            }
        }
    }
}
