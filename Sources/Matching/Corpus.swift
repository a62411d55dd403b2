internal import Catalogue
internal import Vietnamese

/// The catalogue's own texts as the matcher learns from them: every sample (and the titles and keywords, which teach but
/// are not asked) as numbers of words, abbreviations written out and synonyms brought to one wording.
struct Corpus: Sendable {
    private(set) var vocabulary = Vocabulary()
    let abbreviations: Phrasebook
    let synonyms: Phrasebook
    /// As written, for the spelling.
    private(set) var written: [[Int32]] = []
    /// As compared. The first ``askedCount`` are the intents' samples in the order of the catalogue.
    private(set) var samples: [[Int32]] = []
    /// For each sample its intent's number.
    private(set) var intents: [Int32] = []
    private(set) var askedCount = 0
    private(set) var forms: [FormIndex.Entry] = []
    private(set) var keywords: [KeywordIndex.Phrase] = []
    private(set) var expansions: [(written: Folded, meaning: [ReadWord])] = []

    init(intents catalogue: [Intent], lexicon: Lexicon) {
        abbreviations = Phrasebook(abbreviations: lexicon.abbreviations, vocabulary: &vocabulary)
        synonyms = Phrasebook(synonyms: lexicon.synonyms, abbreviations: abbreviations, vocabulary: &vocabulary)
        for (number, intent) in catalogue.enumerated() {
            for question in intent.questions { add(Folded(question), intent: Int32(number)) }
        }
        askedCount = samples.count
        for (number, intent) in catalogue.enumerated() {
            let known = Set(intent.questions.map { Folded($0).letters })
            let taught = [intent.title] + Self.combinations(of: intent.keywords)
            for text in taught where !known.contains(Folded(text).letters) { add(Folded(text), intent: Int32(number)) }
            addKeywords(of: intent, number: Int32(number))
        }
        for entry in lexicon.chat + lexicon.regional {
            let written = Folded(entry.written)
            _ = vocabulary.read(written)
            expansions.append((written, abbreviations.rewrite(vocabulary.read(Folded(entry.meaning)))))
        }
    }

    /// The words of a text, abbreviations written out.
    func tokens(of text: Folded, limit: Int) -> [ReadWord] {
        var tokens: [ReadWord] = []
        tokens.reserveCapacity(min(text.words.count, limit))
        for (index, word) in text.words.prefix(limit).enumerated() {
            tokens.append(
                ReadWord(
                    number: vocabulary.number(of: text.letters[word.range]), source: Int32(index)..<Int32(index + 1),
                    letters: Int32(word.range.lowerBound)..<Int32(min(word.range.upperBound, word.range.lowerBound + Spelling.longestWord)),
                    form: WrittenForm(word, of: text)))
        }
        return abbreviations.rewrite(tokens)
    }

    private mutating func add(_ text: Folded, intent: Int32) {
        guard !text.words.isEmpty else { return }
        _ = vocabulary.read(text)
        let tokens = tokens(of: text, limit: .max)
        let words = tokens.map(\.number)
        vocabulary.count(words)
        written.append(words)
        let compared = synonyms.rewrite(tokens)
        samples.append(compared.map(\.number))
        intents.append(intent)
        let isFull = text.words.contains(where: \.isMarked)
        for word in compared {
            // What an abbreviation or a synonym stands for is written in full in the lexicon.
            let isFull = isFull || word.form.isMarked
            forms.append(FormIndex.Entry(word: word.number, form: isFull ? word.form : nil, intent: intent))
        }
    }

    private mutating func addKeywords(of intent: Intent, number: Int32) {
        let entries =
            intent.keywords.enumerated().flatMap { entry, alternatives in alternatives.map { (Int32(entry), $0) } } + intent.not.map { (-1, $0) }
        for (entry, phrase) in entries {
            let text = Folded(phrase)
            _ = vocabulary.read(text)
            let words = synonyms.rewrite(tokens(of: text, limit: .max))
            keywords.append(
                KeywordIndex.Phrase(words: words.map(\.number), forms: words.map(\.form), text: phrase, intent: number, entry: entry))
        }
    }

    /// Texts that together hold every alternative of every entry at least once.
    private static func combinations(of keywords: [[String]]) -> [String] {
        (0..<(keywords.map(\.count).max() ?? 0)).map { number in
            keywords.filter { !$0.isEmpty }.map { $0[number % $0.count] }.joined(separator: " ")
        }
    }
}
