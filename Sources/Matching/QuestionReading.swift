internal import Vietnamese

extension Matcher {
    /// The different words of a question as the matcher reads them, in the order of the alphabet.
    ///
    /// - Parameter phrases: readings (``words(of:)``) of what only asks; where nothing else is left they stay.
    public func reading(of question: String, without phrases: [[String]] = []) -> [String] {
        let words = words(of: question)
        var rest: [String] = []
        var place = words.startIndex
        while place < words.endIndex {
            if let phrase = phrases.first(where: { !$0.isEmpty && words[place...].starts(with: $0) }) {
                place += phrase.count
            } else {
                rest.append(words[place])
                place += 1
            }
        }
        return Set(rest.isEmpty ? words : rest).sorted()
    }

    /// The words of a question as the matcher reads them, folded.
    public func words(of question: String) -> [String] {
        let text = Folded(Links.removed(from: String(question.prefix(1_000))))
        guard !text.words.isEmpty else { return [] }
        return read(text).map { word in
            word.number >= 0 ? wording.vocabulary.text(word.number) : String(decoding: text.letters[word.letters.asInt], as: UTF8.self)
        }
    }

    /// What a person types besides the question, read once for many questions; the longest first.
    public func asking(_ phrases: [String]) -> [[String]] {
        Set(phrases.map(words(of:))).filter { !$0.isEmpty }.sorted { ($0.count, $1.joined()) > ($1.count, $0.joined()) }
    }
}
