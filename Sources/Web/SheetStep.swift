import Catalogue

/// A step as it is printed, and how much room it needs.
struct SheetStep {
    let title: String
    /// The step's text in sentences.
    let sentences: [String]
    let done: String

    init(_ step: Step) {
        title = step.title
        sentences = Sentences.of(step.text.replacing("https://", with: ""))
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
}
