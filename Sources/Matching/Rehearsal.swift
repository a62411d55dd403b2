internal import Dispatch
internal import Synchronization

/// Asks the samples themselves, each by a matcher that has not learnt from it: is its intent still found? And by one that has
/// not learnt its whole intent: what does a question look like that the catalogue cannot answer?
///
/// Features and their weights stay those of the whole catalogue; what the intents look like is learnt anew without the
/// samples of a part at a time.
struct Rehearsal: Sendable {
    /// One question of the rehearsal.
    struct Outcome: Sendable {
        let sample: Int
        /// The intent that came first.
        let first: Int
        let signs: Calibration.Signs
        let isRight: Bool
    }

    /// Fewer than in earnest: the later rounds change the ranking of few questions.
    private static let rounds = 1

    private static let nearest = 8

    private let lesson: Lesson
    private let findings: [[KeywordIndex.Finding]]

    private var corpus: Corpus { lesson.corpus }
    private var vectors: SampleVectors { lesson.vectors }
    private var space: FeatureSpace { lesson.space }

    init(_ lesson: Lesson) {
        self.lesson = lesson
        findings = lesson.corpus.samples.indices.map { lesson.keywords(inSample: $0) }
    }

    /// The samples by parts: those of one intent go to the parts in turn. Samples that are alone in their intent are not asked.
    func withoutSamples(parts: Int) -> [Outcome] {
        var seen = [Int](repeating: 0, count: space.intentCount)
        let partOfSample = corpus.intents.map { intent in
            seen[Int(intent)] += 1
            return (seen[Int(intent)] + Int(intent)) % parts
        }
        let asked = corpus.samples.indices.filter { $0 < corpus.askedCount && seen[Int(corpus.intents[$0])] > 1 }
        return run((0..<parts).map { part in asked.filter { partOfSample[$0] == part } }, isIntentLeftOut: false)
    }

    /// The intents by parts, all samples of each.
    func withoutIntents(parts: Int) -> [Outcome] {
        guard space.intentCount > parts else { return [] }
        let left = (0..<parts).map { part in corpus.samples.indices.filter { Int(corpus.intents[$0]) % parts == part } }
        return run(left, isIntentLeftOut: true)
    }

    /// The parts side by side on all cores; the outcomes in the order of the parts.
    private func run(_ parts: [[Int]], isIntentLeftOut: Bool) -> [Outcome] {
        let outcomes = Mutex([[Outcome]](repeating: [], count: parts.count))
        DispatchQueue.concurrentPerform(iterations: parts.count) { part in
            let outcome = run(leavingOut: parts[part], isIntentLeftOut: isIntentLeftOut)
            outcomes.withLock { $0[part] = outcome }
        }
        return outcomes.withLock { $0.flatMap(\.self) }
    }

    private func run(leavingOut left: [Int], isIntentLeftOut: Bool) -> [Outcome] {
        guard !left.isEmpty else { return [] }
        let isLeft = Set(left)
        let taught = corpus.samples.indices.filter { !isLeft.contains($0) }
        let training = lesson.learn(from: taught, rounds: Self.rounds)
        var counts = lesson.wordCounts
        for sample in left { counts.remove(corpus.samples[sample], intent: corpus.intents[sample]) }
        var isSupported = [Bool](repeating: false, count: space.count)
        for sample in taught {
            for feature in vectors.features[vectors.range(sample)] { isSupported[Int(feature)] = true }
        }
        var scores = [Float](repeating: 0, count: space.intentCount)
        return left.filter { $0 < corpus.askedCount }.map { sample in
            let values = asked(sample, isSupported)
            training.fit(vectors.features[vectors.range(sample)], values[...], into: &scores)
            if isIntentLeftOut { for intent in scores.indices where training.isEmpty(intent) { scores[intent] = -.infinity } }
            return outcome(sample, scores, counts, isIntentLeftOut)
        }
    }

    /// A sample's values as a question's: features that nothing else has only count in the lengths, at half their weight.
    private func asked(_ sample: Int, _ isSupported: [Bool]) -> [Float] {
        let range = vectors.range(sample)
        var wordNorm: Float = 0
        var pieceNorm: Float = 0
        for index in range {
            let feature = Int(vectors.features[index])
            let value = vectors.values[index] * (isSupported[feature] ? 1 : 0.5)
            if feature < space.firstPiece { wordNorm += value * value } else { pieceNorm += value * value }
        }
        let wordScale = wordNorm > 0 ? 1 / wordNorm.squareRoot() : 0
        let pieceScale = pieceNorm > 0 ? 1 / pieceNorm.squareRoot() : 0
        return range.map { index in
            vectors.values[index] * (Int(vectors.features[index]) < space.firstPiece ? wordScale : pieceScale)
        }
    }

    private func outcome(_ sample: Int, _ scores: [Float], _ counts: WordCounts, _ isIntentLeftOut: Bool) -> Outcome {
        let words = Set(corpus.samples[sample]).sorted()
        let mass = max(1e-6, words.reduce(Float(0)) { $0 + space.weights[Int($1)] })
        func coverage(_ intent: Int) -> Float {
            words.reduce(Float(0)) { $0 + (counts[Int($1), intent] > 0 ? space.weights[Int($1)] : 0) } / mass
        }
        var totals = scores
        for finding in findings[sample] { totals[finding.intent] += finding.score }
        // Coverage adds so little that only the nearest can come first by it.
        for intent in Matcher.best(totals, count: Self.nearest) { totals[intent] += Scoring.coverage * coverage(intent) }
        let best = Matcher.best(totals, count: 2)
        let first = best[0]
        let signs = Calibration.Signs(
            confidence: totals[first] + Scoring.confidenceCoverage * coverage(first),
            margin: best.count > 1 && totals[best[1]] > -.infinity ? totals[first] - totals[best[1]] : totals[first])
        return Outcome(sample: sample, first: first, signs: signs, isRight: !isIntentLeftOut && first == Int(corpus.intents[sample]))
    }
}
