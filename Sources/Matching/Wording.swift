internal import Vietnamese

/// What it takes to read a text in the catalogue's own words.
struct Wording: Sendable {
    var vocabulary: Vocabulary
    let abbreviations: Phrasebook
    let synonyms: Phrasebook

    init(lexicon: Lexicon) {
        var vocabulary = Vocabulary()
        abbreviations = Phrasebook(abbreviations: lexicon.abbreviations + Self.clearChat(lexicon), vocabulary: &vocabulary)
        synonyms = Phrasebook(synonyms: lexicon.synonyms, abbreviations: abbreviations, vocabulary: &vocabulary)
        self.vocabulary = vocabulary
    }

    /// The chat forms that can be nothing else: one meaning only, and no word that could be one. In samples as well as in questions they
    /// are what they stand for, so that “ko” and “không” teach the same.
    private static func clearChat(_ lexicon: Lexicon) -> [Lexicon.Entry] {
        let forms = (lexicon.chat + lexicon.regional).map { Folded($0.written) }
        var counts: [[UInt8]: Int] = [:]
        for form in forms { counts[form.letters, default: 0] += 1 }
        return zip(lexicon.chat, forms).filter { _, form in
            counts[form.letters] == 1 && form.letters.count > 1 && !form.words.indices.allSatisfy { Syllable.isPossible(form.word($0)) }
        }.map(\.0)
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
