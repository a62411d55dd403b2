/// What stands at the top of a printed sheet: the title in one of two sizes, and the beginning of the introduction.
struct LeafletHead {
    struct Head {
        /// Whether the title is set in the smaller size.
        let isLong: Bool
        let introduction: String
        /// What is left below it, in millimetres.
        let heightBelow: Double
    }

    /// Of the text, in millimetres.
    let width: Double
    /// What title, introduction and the part below them share, in millimetres.
    let height: Double
    /// In points, as in `content/pages/print.css`.
    let titleSize: Double
    let longTitleSize: Double
    let introductionSize: Double
    let mostIntroductionLines: Double

    static let leaflet = LeafletHead(
        width: 126, height: 160, titleSize: 25, longTitleSize: 20, introductionSize: 11, mostIntroductionLines: 6)
    static let poster = LeafletHead(
        width: 259, height: 254, titleSize: 52, longTitleSize: 42, introductionSize: 20, mostIntroductionLines: 3)

    func head(title: String, introduction: String) -> Head {
        func titleLines(_ size: Double) -> Double { TextMeasure.lines(title, isBold: true, size: size, width: width) }
        func introductionLines(_ text: String) -> Double { TextMeasure.lines(text, size: introductionSize, width: width) }
        let isLong = titleLines(titleSize) > titleLines(longTitleSize) || titleLines(titleSize) > 2
        let size = isLong ? longTitleSize : titleSize
        var shown = ""
        for sentence in Sentences.of(introduction) {
            let longer = shown.isEmpty ? sentence : shown + " " + sentence
            if !shown.isEmpty, introductionLines(longer) > mostIntroductionLines { break }
            shown = longer
        }
        let used = titleLines(size) * size * 1.15 + introductionLines(shown) * introductionSize * 1.3
        return Head(isLong: isLong, introduction: shown, heightBelow: height - used * TextMeasure.millimetresAPoint)
    }
}
