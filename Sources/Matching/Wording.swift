internal import Vietnamese

/// What it takes to read a text in the catalogue's own words.
struct Wording: Sendable {
    var vocabulary: Vocabulary
    let abbreviations: Phrasebook
    let synonyms: Phrasebook

    init(lexicon: Lexicon) {
        var vocabulary = Vocabulary()
        abbreviations = Phrasebook(abbreviations: lexicon.abbreviations, vocabulary: &vocabulary)
        synonyms = Phrasebook(synonyms: lexicon.synonyms, abbreviations: abbreviations, vocabulary: &vocabulary)
        self.vocabulary = vocabulary
    }

    /// The words of a text, abbreviations written out.
    func tokens(of text: Folded, limit: Int) -> [ReadWord] {
        var tokens: [ReadWord] = []
        tokens.reserveCapacity(min(text.words.count, limit))
        // Most words carry marks; where half of them do, the writer leaves none out.
        let isComplete = text.words.count > 1 && 2 * text.words.count(where: \.isMarked) >= text.words.count
        for (index, word) in text.words.prefix(limit).enumerated() {
            let form = WrittenForm(word, of: text)
            tokens.append(
                ReadWord(
                    number: vocabulary.number(of: text.letters[word.range]), source: Int32(index)..<Int32(index + 1),
                    letters: Int32(word.range.lowerBound)..<Int32(min(word.range.upperBound, word.range.lowerBound + Spelling.longestWord)),
                    form: isComplete ? form.completed : form))
        }
        return abbreviations.rewrite(tokens)
    }
}
