internal import Catalogue
internal import Vietnamese

/// The catalogue's own texts as the matcher learns from them: every sample (and the titles and keywords, which teach but
/// are not asked) as numbers of words, abbreviations written out and synonyms brought to one wording.
struct Corpus: Sendable {
    private(set) var wording: Wording
    /// As written, for the spelling.
    private(set) var written: [[Int32]] = []
    /// As compared. The first ``askedCount`` are the intents' samples in the order of the catalogue.
    private(set) var samples: [[Int32]] = []
    /// For each sample its intent's number; what is said besides questions belongs to a number beyond the last intent.
    private(set) var intents: [Int32] = []
    private(set) var askedCount = 0
    private(set) var forms: [FormIndex.Entry] = []
    private(set) var keywords: [KeywordIndex.Phrase] = []
    private(set) var expansions: [(written: Folded, meaning: [ReadWord])] = []

    var vocabulary: Vocabulary { wording.vocabulary }

    /// - Parameter smallTalk: what people say that is no question.
    init(intents catalogue: [Intent], smallTalk: [String], lexicon: Lexicon) {
        wording = Wording(lexicon: lexicon)
        var known: [Set<[UInt8]>] = []
        for (number, intent) in catalogue.enumerated() {
            let texts = intent.questions.map { Folded($0) }
            known.append(Set(texts.map(\.letters)))
            for text in texts { add(text, intent: Int32(number)) }
        }
        askedCount = samples.count
        let names = Self.names(of: catalogue)
        for (number, intent) in catalogue.enumerated() {
            let taught = [intent.title, names[number]] + Self.combinations(of: intent.keywords)
            for text in taught.map({ Folded($0) }) where !known[number].contains(text.letters) {
                add(text, intent: Int32(number))
            }
            addKeywords(of: intent, number: Int32(number))
        }
        for text in smallTalk { add(Folded(text), intent: Int32(catalogue.count)) }
        for entry in lexicon.chat + lexicon.regional {
            let written = Folded(entry.written)
            _ = wording.vocabulary.read(written)
            expansions.append((written, wording.abbreviations.rewrite(wording.vocabulary.read(Folded(entry.meaning)))))
        }
    }

    private mutating func add(_ text: Folded, intent: Int32) {
        guard !text.words.isEmpty else { return }
        wording.vocabulary.add(text)
        let tokens = wording.tokens(of: text, limit: .max)
        let words = tokens.map(\.number)
        wording.vocabulary.count(words)
        written.append(words)
        let compared = wording.synonyms.rewrite(tokens)
        samples.append(compared.map(\.number))
        intents.append(intent)
        let isFull = text.words.contains(where: \.isMarked)
        for word in compared {
            // What an abbreviation or a synonym stands for is written in full in the lexicon.
            let isFull = isFull || word.form.isMarked
            forms.append(FormIndex.Entry(word: word.number, form: isFull ? word.form.plain : nil, intent: intent))
        }
    }

    private mutating func addKeywords(of intent: Intent, number: Int32) {
        let entries =
            intent.keywords.enumerated().flatMap { entry, alternatives in alternatives.map { (Int32(entry), $0) } } + intent.not.map { (-1, $0) }
        for (entry, phrase) in entries {
            let text = Folded(phrase)
            wording.vocabulary.add(text)
            let words = wording.synonyms.rewrite(wording.tokens(of: text, limit: .max))
            keywords.append(
                KeywordIndex.Phrase(words: words.map(\.number), forms: words.map(\.form), text: phrase, intent: number, entry: entry))
        }
    }

    /// The words of the intents' ids, less those that more than half of the ids share (“ask-…”): what an editor calls an intent tells
    /// what it is about as well as a title does.
    private static func names(of catalogue: [Intent]) -> [String] {
        let ids = catalogue.map { $0.id.split(separator: "-") }
        var counts: [Substring: Int] = [:]
        for word in ids.flatMap(Set.init) { counts[word, default: 0] += 1 }
        return ids.map { $0.filter { 2 * (counts[$0] ?? 0) <= max(2, catalogue.count) }.joined(separator: " ") }
    }

    /// Texts that together hold every alternative of every entry at least once.
    private static func combinations(of keywords: [[String]]) -> [String] {
        (0..<(keywords.map(\.count).max() ?? 0)).map { number in
            keywords.filter { !$0.isEmpty }.map { $0[number % $0.count] }.joined(separator: " ")
        }
    }
}
