public import Catalogue
public import Vietnamese

/// Finds what a question means: the catalogue's intents, ranked, each with its reasons.
///
/// A value that never changes: built once for a catalogue, shared by all who ask.
public struct Matcher: Sendable {
    /// Words of a question beyond these are not read: nobody asks for so long, and a made-up text must not hold up others.
    static let longestQuestion = 120

    let intents: [Intent]
    let corpus: Corpus
    let spelling: Spelling
    let index: IntentIndex
    let keywords: KeywordIndex
    let calibration: Calibration

    /// Builds everything from the catalogue's own texts: vocabulary, weights, keywords, thresholds.
    ///
    /// - Parameters:
    ///   - guides: their titles name matches whose intents have none.
    ///   - calibrating: whether the thresholds are learnt from the samples (a tenth of the time); the usual ones otherwise.
    public init(intents: [Intent], lexicon: Lexicon, guides: [Guide] = [], calibrating: Bool = true) {
        self.init(intents: intents, lexicon: lexicon, rehearsing: calibrating) { _ in }
    }

    init(intents: [Intent], lexicon: Lexicon, rehearsing: Bool, use: (Rehearsal) -> Void) {
        self.intents = intents
        let corpus = Corpus(intents: intents, lexicon: lexicon)
        self.corpus = corpus
        spelling = Spelling(vocabulary: corpus.vocabulary, samples: corpus.written, expansions: corpus.expansions)
        let space = FeatureSpace(samples: corpus.samples, intents: corpus.intents, intentCount: intents.count, vocabulary: corpus.vocabulary)
        let vectors = SampleVectors(corpus.samples, space: space)
        let training = Training(vectors: vectors, intents: corpus.intents, taught: Array(corpus.samples.indices), space: space)
        var wordCounts = WordCounts(wordCount: corpus.vocabulary.count, intentCount: intents.count)
        for (sample, intent) in zip(corpus.samples, corpus.intents) { wordCounts.add(sample, intent: intent) }
        let forms = FormIndex(corpus.forms, wordCount: corpus.vocabulary.count)
        index = IntentIndex(space: space, training: training, forms: forms, wordCounts: wordCounts)
        let keywords = KeywordIndex(corpus.keywords, intentCount: intents.count)
        self.keywords = keywords
        guard rehearsing else {
            calibration = .usual
            return
        }
        let rehearsal = Rehearsal(
            corpus: corpus, vectors: vectors, space: space, wordCounts: wordCounts,
            keywordScores: corpus.samples.map { Self.keywordScores($0, keywords, space) })
        calibration = Calibration(rehearsal.withoutSamples(parts: 4) + rehearsal.withoutIntents(parts: 4))
        use(rehearsal)
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
        for (intent, finding) in findings { fit.scores[Int(intent)] += finding.score }

        let ranking = Self.best(fit.scores, count: max(2, limit))
        guard let first = ranking.first, fit.scores[first] > 0 else { return .nothing }
        let margin = ranking.count > 1 ? fit.scores[first] - fit.scores[ranking[1]] : fit.scores[first]
        let probability = calibration.probability(
            confidence: fit.scores[first] + Scoring.confidenceCoverage * fit.coverage[first], margin: margin)
        let matches = ranking.prefix(limit).filter { fit.scores[$0] > 0 }.map { intent in
            Match(
                intent: intents[intent].id, title: intents[intent].title, guide: intents[intent].guide, score: Double(fit.scores[intent]),
                because: reasons(for: intent, words, text, fit, findings[Int32(intent)]))
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

    private static func keywordScores(_ sample: [Int32], _ keywords: KeywordIndex, _ space: FeatureSpace) -> [Int32: Float] {
        let words = sample.map { ReadWord(number: $0, source: 0..<0, letters: 0..<0, form: .bare) }
        var mass: Float = 0
        for word in Set(sample) { mass += space.weights[Int(word)] }
        return keywords.find(in: words, mass: mass, space: space).mapValues(\.score)
    }
}

extension KeywordIndex.Finding {
    var score: Float { Scoring.keywords * coverage - (against >= 0 ? Scoring.against : 0) }
}
