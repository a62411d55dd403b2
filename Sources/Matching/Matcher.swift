public import Catalogue
public import Vietnamese

/// Finds what a question means: the catalogue's intents, ranked, each with its reasons.
///
/// A value that never changes: built once for a catalogue, shared by all who ask.
public struct Matcher: Sendable {
    /// Words of a question beyond these are not read: nobody asks for so long, and a made-up text must not hold up others.
    static let longestQuestion = 200
    /// Nor is a text beyond so many bytes of UTF-8.
    static let longestText = 8_000

    /// What a match tells of an intent.
    struct Named: Sendable {
        let id: String
        let title: String
        let guide: String?
    }

    let intents: [Named]
    let wording: Wording
    let spelling: Spelling
    let index: IntentIndex
    let keywords: KeywordIndex
    let calibration: Calibration
    let constants: Constants

    /// Builds everything from the catalogue's own texts, and learns from its small talk too what is no question.
    public init(_ catalogue: Catalogue) {
        self.init(
            intents: catalogue.intents, titles: Self.titles(of: catalogue.guides),
            lesson: Lesson(intents: catalogue.intents, smallTalk: catalogue.smallTalk, lexicon: catalogue.lexicon), calibrating: true)
    }

    /// Builds everything from the catalogue's own texts: vocabulary, weights, keywords, thresholds. Some 0.1 s for 67 intents
    /// with 40 samples each; grows with samples × intents up to eight millions of them, then with the samples alone
    /// (``Training``, ``Rehearsal``).
    ///
    /// - Parameters:
    ///   - guides: their titles name matches whose intents have none.
    ///   - calibrating: whether the thresholds are learnt from the samples (most of the time that building takes); the usual ones
    ///     otherwise.
    public init(intents: [Intent], lexicon: Lexicon, guides: [Guide] = [], calibrating: Bool = true) {
        self.init(
            intents: intents, titles: Self.titles(of: guides), lesson: Lesson(intents: intents, lexicon: lexicon), calibrating: calibrating)
    }

    /// - Parameter constants: others than the chosen ones, to see what they would do.
    package init(intents: [Intent], lexicon: Lexicon, constants: Constants, calibrating: Bool) {
        let lesson = Lesson(intents: intents, lexicon: lexicon, constants: constants)
        self.init(intents: intents, titles: [:], lesson: lesson, calibrating: calibrating)
    }

    /// - Parameter titles: of guides, by id.
    init(intents: [Intent], titles: [String: String], lesson: Lesson, calibrating: Bool) {
        self.intents = intents.map { intent in
            Named(id: intent.id, title: intent.title.isEmpty ? intent.guide.flatMap { titles[$0] } ?? intent.id : intent.title, guide: intent.guide)
        }
        let corpus = lesson.corpus
        wording = corpus.wording
        keywords = lesson.keywords
        constants = lesson.constants
        let rehearsal = Rehearsal(lesson)
        let (learnt, asked) = SideBySide.both {
            let training = lesson.learn(from: Array(corpus.samples.indices))
            let forms = FormIndex(corpus.forms, wordCount: corpus.vocabulary.count, intentCount: lesson.space.intentCount)
            return (training: training, index: IntentIndex(space: lesson.space, training: training, forms: forms, constants: lesson.constants))
        } _: {
            calibrating && !lesson.isLarge ? rehearsal.outcomes() : []
        }
        (index, spelling) = (learnt.index, lesson.spelling)
        // Where there is nothing to learn from, what usually holds does.
        let outcomes = calibrating && lesson.isLarge ? rehearsal.withoutEach(learnt.training) : asked
        calibration = Calibration(outcomes, constants: lesson.constants)
    }

    private static func titles(of guides: [Guide]) -> [String: String] {
        Dictionary(guides.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a question means. Linear in its length; reads no clock, draws no random number, changes nothing.
    ///
    /// - Parameters:
    ///   - limit: the most matches to return.
    ///   - explaining: whether the matches carry their reasons, which take about as long again to put together.
    public func understand(_ question: String, limit: Int = 3, explaining: Bool = true) -> Understanding {
        let question = Links.removed(from: Self.cut(question))
        let text = Folded(question)
        guard !text.words.isEmpty, !intents.isEmpty, let heard = hear(read(text), text, question, limit: limit) else { return .nothing }
        let best = heard.assessment
        var ranking = best.ranking.filter { $0 < intents.count && best.fit.scores[$0] > 0 }
        if let other = heard.other {
            ranking.removeAll { $0 == other }
            ranking.insert(other, at: min(1, ranking.count))
        }
        let reasons = explaining ? Reasons(matcher: self, words: best.words, text: text, fit: best.fit, findings: best.findings) : nil
        let matches = ranking.prefix(max(0, limit)).map { intent in
            Match(
                intent: intents[intent].id, title: intents[intent].title, guide: intents[intent].guide, score: Double(best.fit.scores[intent]),
                because: reasons?.evidence(for: intent) ?? [])
        }
        var decision = heard.other == nil ? best.decision : .clarify
        // Where the refuge for what is not known comes first, whatever comes second is less likely still: no need to ask back.
        if decision == .clarify, heard.other == nil, matches.first?.guide == Guide.fallback { decision = .answer }
        return Understanding(decision: decision, matches: matches, confidence: best.confidence)
    }

    /// Cut to the longest text that is read.
    private static func cut(_ text: String) -> String {
        text.utf8.count <= longestText ? text : String(decoding: text.utf8.prefix(longestText), as: UTF8.self)
    }

    func read(_ text: Folded) -> [ReadWord] {
        let tokens = wording.tokens(of: text, limit: Self.longestQuestion)
        return wording.synonyms.rewrite(Lattice.cheapest(tokens, letters: text.letters, spelling: spelling))
    }

    /// The numbers of the highest scores, best first; of equal ones the first.
    static func best(_ scores: [Float], count: Int) -> [Int] {
        var best: [Int] = []
        best.reserveCapacity(count + 1)
        // What does not exceed this comes too late.
        var least = -Float.infinity
        for (intent, score) in scores.enumerated() where best.count < count || score > least {
            let place = best.firstIndex { scores[$0] < score } ?? best.count
            best.insert(intent, at: place)
            if best.count > count { best.removeLast() }
            if best.count == count, let last = best.last { least = scores[last] }
        }
        return best
    }
}
