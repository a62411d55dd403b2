import Catalogue

/// A step as it is printed, and how much room it needs.
struct SheetStep {
    let title: String
    /// The step's text in sentences.
    let sentences: [String]
    let done: String

    init(_ step: Step) {
        title = step.title
        sentences = SheetStep.sentences(of: step.text)
        done = step.done
    }

    /// The text in a setting: its first sentences. A list belongs to the sentence that announces it.
    func text(_ setting: Sheet.Setting) -> String {
        var taken: [String] = []
        for sentence in sentences {
            if let most = setting.sentences, taken.count >= most, taken.last?.hasSuffix(":") != true { break }
            taken.append(sentence)
        }
        return taken.joined(separator: " ")
    }

    /// In millimetres, on the safe side.
    func height(in setting: Sheet.Setting, width: Double) -> Double {
        let size = Double(setting.size) / 10 * 0.3528
        // The number stands before the text, as wide as two and a half letters.
        let measure = width / size - 2.5
        let lines = ceiling(Self.ems(title) * 1.12 / measure) * 1.08 + ceiling(Self.ems(text(setting)) / measure) + ceiling((Self.ems(done) + 5) / measure)
        return (lines * 1.34 + 0.75) * size
    }

    private func ceiling(_ value: Double) -> Double { max(1, (value * 1.05).rounded(.up)) }

    private static func sentences(of text: String) -> [String] {
        text.split(separator: "\n").flatMap { line in
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
