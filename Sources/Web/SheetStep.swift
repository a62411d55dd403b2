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
        let size = Double(setting.size) / 10
        // The number stands before the text, as wide as two letters.
        let width = width - 2 * size * TextMeasure.millimetresAPoint
        var lines = TextMeasure.lines(title, isBold: true, size: size, width: width) * 1.04
        lines += TextMeasure.lines(text(sentences: sentences), size: size, width: width)
        // “Xong khi:” stands before it.
        if setting.hasDone { lines += TextMeasure.lines(done, indent: 5.2, size: size, width: width) }
        return (lines * 1.3 + 0.6) * size * TextMeasure.millimetresAPoint
    }

    /// A list is one sentence with what announces it.
    static func sentences(of text: String) -> [String] {
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
        guard let last = current.last else { return sentences }
        // Lines without a full stop follow one another in print; what announces a list goes on.
        return sentences + [",:;…”)".contains(last) ? current : current + "."]
    }
}
