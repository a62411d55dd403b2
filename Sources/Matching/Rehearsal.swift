/// Asks the samples themselves, each by a matcher that has not learnt from it: is its intent still found? And by one that has
/// not learnt its whole intent: what does a question look like that the catalogue cannot answer?
///
/// Features and their weights stay those of the whole catalogue; what the intents look like is learnt anew without the
/// samples of a part at a time. In a large catalogue (``Training/isLarge(samples:intents:)``) some samples are asked, and
/// what each of them has taught is subtracted.
struct Rehearsal: Sendable {
    /// One question of the rehearsal.
    struct Outcome: Sendable {
        let sample: Int
        /// The intent that came first.
        let first: Int
        let signs: Calibration.Signs
        let isRight: Bool
        /// Whether the right intent is among the first three.
        let isKnown: Bool
    }

    /// Fewer than in earnest: the later rounds change the ranking of few questions.
    private static let rounds = 1
    private static let parts = 4
    /// So many samples are enough: further parts are not asked.
    private static let enough = 1_000
    /// So many samples of a large catalogue are asked.
    private static let asked = 1_000

    private let lesson: Lesson

    private var corpus: Corpus { lesson.corpus }
    private var vectors: SampleVectors { lesson.vectors }
    private var space: FeatureSpace { lesson.space }

    init(_ lesson: Lesson) {
        self.lesson = lesson
    }

    /// All that the thresholds are learnt from, where the catalogue is not large.
    func outcomes() -> [Outcome] {
        let count = min(Self.parts, 1 + Self.enough * Self.parts / max(1, corpus.askedCount))
        return run(Array(samples(parts: Self.parts).prefix(count)), isIntentLeftOut: false)
            + run(Array(intents(parts: Self.parts).prefix(count)), isIntentLeftOut: true)
    }

    /// The samples by parts: those of one intent go to the parts in turn. Samples that are alone in their intent are not asked.
    func withoutSamples(parts: Int) -> [Outcome] { run(samples(parts: parts), isIntentLeftOut: false) }

    private func samples(parts: Int) -> [[Int]] {
        var seen = [Int](repeating: 0, count: space.intentCount)
        let partOfSample = corpus.intents.map { intent in
            seen[Int(intent)] += 1
            return (seen[Int(intent)] + Int(intent)) % parts
        }
        let asked = corpus.samples.indices.filter { $0 < corpus.askedCount && seen[Int(corpus.intents[$0])] > 1 }
        return (0..<parts).map { part in asked.filter { partOfSample[$0] == part } }
    }

    /// The intents by parts, all samples of each.
    private func intents(parts: Int) -> [[Int]] {
        guard lesson.intentCount > parts else { return [] }
        return (0..<parts).map { part in
            corpus.samples.indices.filter { Int(corpus.intents[$0]) % parts == part && corpus.intents[$0] < lesson.intentCount }
        }
    }

    /// The parts side by side on all cores; the outcomes in the order of the parts.
    private func run(_ parts: [[Int]], isIntentLeftOut: Bool) -> [Outcome] {
        SideBySide.map(parts.count) { run(leavingOut: parts[$0], isIntentLeftOut: isIntentLeftOut) }.flatMap(\.self)
    }

    private func run(leavingOut left: [Int], isIntentLeftOut: Bool) -> [Outcome] {
        guard !left.isEmpty else { return [] }
        var isLeft = [Bool](repeating: false, count: vectors.count)
        for sample in left { isLeft[sample] = true }
        let training = lesson.learn(from: corpus.samples.indices.filter { !isLeft[$0] }, rounds: min(Self.rounds, lesson.constants.rounds))
        var scores = [Float](repeating: 0, count: space.intentCount)
        return left.filter { $0 < corpus.askedCount }.compactMap { sample in
            let values = asked(sample, training)
            training.fit(vectors.features[vectors.range(sample)], values[...], into: &scores)
            if isIntentLeftOut { for intent in scores.indices where training.isEmpty(intent) { scores[intent] = -.infinity } }
            return outcome(sample, scores, isIntentLeftOut) { training.centroids.has($0, $1) }
        }
    }

    /// A sample's values as a question's: features that nothing else has only count in the lengths, at half their weight.
    private func asked(_ sample: Int, _ training: Training) -> [Float] {
        let range = vectors.range(sample)
        var wordNorm: Float = 0
        var pieceNorm: Float = 0
        for index in range {
            let feature = Int(vectors.features[index])
            let value = vectors.values[index] * (training.centroids[feature].isEmpty ? 0.5 : 1)
            if feature < space.firstPiece { wordNorm += value * value } else { pieceNorm += value * value }
        }
        let wordScale = wordNorm > 0 ? 1 / wordNorm.squareRoot() : 0
        let pieceScale = pieceNorm > 0 ? 1 / pieceNorm.squareRoot() : 0
        return range.map { index in
            vectors.values[index] * (Int(vectors.features[index]) < space.firstPiece ? wordScale : pieceScale)
        }
    }

    /// All that the thresholds of a large catalogue are learnt from: each of some samples against centroids from which it is subtracted,
    /// and without its intent.
    ///
    /// - Parameter training: what the whole catalogue taught.
    func withoutEach(_ training: Training) -> [Outcome] {
        let step = max(1, corpus.askedCount / Self.asked)
        let asked = stride(from: 0, to: corpus.askedCount, by: step).map(\.self)
        var samples = [[Int32]](repeating: [], count: space.intentCount)
        for (sample, intent) in corpus.intents.enumerated() { samples[Int(intent)].append(Int32(sample)) }
        let parts = 8
        let (others, centroids) = (samples, training.centroids)
        return SideBySide.map(parts) { part in
            var scores = [Float](repeating: 0, count: space.intentCount)
            return asked.indices.filter { $0 % parts == part }.flatMap { index -> [Outcome] in
                let sample = asked[index]
                let own = Int(corpus.intents[sample])
                let range = vectors.range(sample)
                centroids.fit(vectors.features[range], vectors.values[range], into: &scores)
                let sum = scores[own] * centroids.lengths[own]
                let rest = (centroids.lengths[own] * centroids.lengths[own] - 2 * sum + SampleVectors.squaredLength)
                scores[own] = rest > 1e-3 ? (sum - SampleVectors.squaredLength) / rest.squareRoot() : 0
                let features = Set(
                    others[own].filter { $0 != sample }.flatMap { vectors.features[vectors.range(Int($0))] })
                let left = outcome(sample, scores, false) { $1 == own ? features.contains(Int32($0)) : centroids.has($0, $1) }
                scores[own] = -.infinity
                return [left, outcome(sample, scores, true) { centroids.has($0, $1) }].compactMap(\.self)
            }
        }.flatMap(\.self)
    }

    /// - Parameter has: whether a feature stands in what an intent was taught by.
    /// - Returns: nil for what is taken for small talk.
    private func outcome(_ sample: Int, _ scores: [Float], _ isIntentLeftOut: Bool, has: (Int, Int) -> Bool) -> Outcome? {
        let text = corpus.samples[sample]
        let words = Set(text).sorted()
        let mass = max(1e-6, words.reduce(Float(0)) { $0 + space.weights[Int($1)] })
        func coverage(_ intent: Int) -> Float {
            words.reduce(Float(0)) { $0 + (has(Int($1), intent) ? space.weights[Int($1)] : 0) } / mass
        }
        var totals = scores
        for finding in lesson.keywords(inSample: sample, mass: mass) { totals[finding.intent] += lesson.keywords.score(finding) }
        let best = Matcher.best(totals, count: 4)
        let first = best[0]
        guard first < lesson.intentCount else { return nil }
        var pairs: Float = 0
        var pairMass: Float = 1e-6
        for position in text.indices.dropFirst() {
            let pair = space.pair(text[position - 1], text[position])
            pairMass += space.mass(ofPair: pair)
            if pair >= 0, has(Int(pair), first) { pairs += space.mass(ofPair: pair) }
        }
        let signs = Calibration.Signs(
            totals, ranking: best, coverage: coverage(first), pairs: pairs / pairMass)
        let own = Int(corpus.intents[sample])
        return Outcome(
            sample: sample, first: first, signs: signs, isRight: !isIntentLeftOut && first == own,
            isKnown: !isIntentLeftOut && best.prefix(3).contains(own))
    }
}

extension Calibration.Signs {
    /// - Parameter ranking: the best intents (up to four), best first; what is -∞ among them is none.
    init(_ scores: [Float], ranking: [Int], coverage: Float, pairs: Float) {
        func ahead(of place: Int) -> Float {
            let other = place < ranking.count ? scores[ranking[place]] : 0
            return scores[ranking[0]] - (other > -.infinity ? other : 0)
        }
        self.init(score: scores[ranking[0]], coverage: coverage, margin: ahead(of: 1), lead: ahead(of: 3), pairs: pairs)
    }
}
