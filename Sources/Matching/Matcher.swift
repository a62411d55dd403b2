public import Catalogue
public import Vietnamese

/// Finds what a question means: the catalogue's intents, ranked, each with its reasons.
///
/// A value that never changes: built once for a catalogue, shared by all who ask.
public struct Matcher: Sendable {
    /// Words of a question beyond these are not read: nobody asks for so long, and a made-up text must not hold up others.
    static let longestQuestion = 120

    /// What a match tells of an intent.
    struct Named: Sendable {
        let id: String
        let title: String
        let guide: String?
    }

    let intents: [Named]
    let corpus: Corpus
    let spelling: Spelling
    let index: IntentIndex
    let keywords: KeywordIndex
    let calibration: Calibration

    /// Builds everything from the catalogue's own texts: vocabulary, weights, keywords, thresholds. Some 0.1 s for 67 intents
    /// with 30 samples each; grows with samples × intents.
    ///
    /// - Parameters:
    ///   - guides: their titles name matches whose intents have none.
    ///   - calibrating: whether the thresholds are learnt from the samples (most of the time that building takes); the usual ones
    ///     otherwise.
    public init(intents: [Intent], lexicon: Lexicon, guides: [Guide] = [], calibrating: Bool = true) {
        let titles = Dictionary(guides.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        self.init(intents: intents, titles: titles, lesson: Lesson(intents: intents, lexicon: lexicon), calibrating: calibrating)
    }

    /// - Parameter titles: of guides, by id.
    init(intents: [Intent], titles: [String: String], lesson: Lesson, calibrating: Bool) {
        self.intents = intents.map { intent in
            Named(id: intent.id, title: intent.title.isEmpty ? intent.guide.flatMap { titles[$0] } ?? intent.id : intent.title, guide: intent.guide)
        }
        corpus = lesson.corpus
        keywords = lesson.keywords
        spelling = Spelling(vocabulary: corpus.vocabulary, samples: corpus.written, expansions: corpus.expansions)
        index = IntentIndex(
            space: lesson.space, training: lesson.learn(from: Array(corpus.samples.indices)),
            forms: FormIndex(corpus.forms, wordCount: corpus.vocabulary.count, intentCount: intents.count), wordCounts: lesson.wordCounts)
        let rehearsal = Rehearsal(lesson)
        calibration = calibrating ? Calibration(rehearsal.withoutSamples(parts: 4) + rehearsal.withoutIntents(parts: 4)) : .usual
    }

    /// What a question means. Linear in its length; reads no clock, draws no random number, changes nothing.
    ///
    /// - Parameter limit: the most matches to return.
    public func understand(_ question: String, limit: Int = 3) -> Understanding {
        let text = Folded(question)
        guard !text.words.isEmpty, !intents.isEmpty else { return .nothing }
        let words = read(text)
        var fit = index.fit(words, letters: text.letters)
        let findings = keywords.find(in: words, mass: fit.mass, space: index.space)
        for intent in fit.scores.indices { fit.scores[intent] += Scoring.coverage * fit.coverage[intent] }
        for finding in findings { fit.scores[finding.intent] += finding.score }

        let ranking = Self.best(fit.scores, count: max(2, limit))
        guard let first = ranking.first, fit.scores[first] > 0 else { return .nothing }
        let margin = ranking.count > 1 ? fit.scores[first] - fit.scores[ranking[1]] : fit.scores[first]
        let probability = calibration.probability(
            Calibration.Signs(confidence: fit.scores[first] + Scoring.confidenceCoverage * fit.coverage[first], margin: margin))
        let reasons = Reasons(matcher: self, words: words, text: text, fit: fit, findings: findings)
        let matches = ranking.prefix(max(0, limit)).filter { fit.scores[$0] > 0 }.map { intent in
            Match(
                intent: intents[intent].id, title: intents[intent].title, guide: intents[intent].guide, score: Double(fit.scores[intent]),
                because: reasons.evidence(for: intent))
        }
        return Understanding(decision: calibration.decision(probability), matches: matches, confidence: probability)
    }

    func read(_ text: Folded) -> [ReadWord] {
        let tokens = corpus.tokens(of: text, limit: Self.longestQuestion)
        return corpus.synonyms.rewrite(Lattice.cheapest(tokens, letters: text.letters, spelling: spelling))
    }

    /// The numbers of the highest scores, best first; of equal ones the first.
    static func best(_ scores: [Float], count: Int) -> [Int] {
        var best: [Int] = []
        for (intent, score) in scores.enumerated() {
            if best.count == count, let last = best.last, scores[last] >= score { continue }
            let place = best.firstIndex { scores[$0] < score } ?? best.count
            best.insert(intent, at: place)
            if best.count > count { best.removeLast() }
        }
        return best
    }
}
