/// Learns what each intent looks like: the direction of the sum of its samples (centroid), then some rounds in which each
/// sample that is not ahead of its rivals by a margin pulls its own intent nearer and pushes the rivals away.
///
/// The rounds cost samples × intents; a catalogue in which that is too much (``isLarge(samples:intents:)``) stays with the
/// centroids: of our own catalogue's samples they find one in ten less, of made-up ones with words of their own hardly any.
struct Training: Sendable {
    static let rivals = 3

    static func isLarge(samples: Int, intents: Int) -> Bool { samples * intents > 8_000_000 }

    let centroids: Centroids
    /// For each feature the weights of all intents; empty where the catalogue is large.
    private(set) var weights: [Float] = []

    var intentCount: Int { centroids.intentCount }
    var isLarge: Bool { weights.isEmpty }

    /// Memory, unless large: features × intents, 4 bytes each. Time: samples × features of a sample × intents × rounds.
    ///
    /// - Parameters:
    ///   - taught: the samples to learn from, by number.
    ///   - isShared: the samples that stand under two intents: they cannot be nearer to both than to the other.
    init(vectors: SampleVectors, intents: [Int32], taught: [Int], isShared: [Bool], space: FeatureSpace, constants: Constants, rounds: Int) {
        centroids = Centroids(vectors: vectors, intents: intents, taught: taught, featureCount: space.count, intentCount: space.intentCount)
        guard space.intentCount > 0, !Self.isLarge(samples: taught.count, intents: space.intentCount) else { return }
        weights = Array(repeating: 0, count: space.count * intentCount)
        for feature in 0..<space.count {
            for entry in centroids[feature] { weights[feature * intentCount + Int(entry.intent)] = entry.value }
        }
        refine(vectors, intents, taught.filter { !isShared[$0] }, constants, rounds)
    }

    /// Whether nothing was learnt of an intent.
    func isEmpty(_ intent: Int) -> Bool { centroids.lengths[intent] == 0 }

    /// Calls `body` with each intent and what the feature says for it.
    func forEachWeight(of feature: Int, _ body: (Int, Float) -> Void) {
        if weights.isEmpty {
            for entry in centroids[feature] { body(Int(entry.intent), entry.value) }
        } else {
            for intent in 0..<intentCount { body(intent, weights[feature * intentCount + intent]) }
        }
    }

    /// How well a text, given by its features and their values, fits each intent.
    func fit(_ features: ArraySlice<Int32>, _ values: ArraySlice<Float>, into scores: inout [Float]) {
        guard !weights.isEmpty else { return centroids.fit(features, values, into: &scores) }
        let width = intentCount
        scores.withUnsafeMutableBufferPointer { scores in
            weights.withUnsafeBufferPointer { weights in
                features.withUnsafeBufferPointer { features in
                    values.withUnsafeBufferPointer { values in
                        guard let target = scores.baseAddress, let source = weights.baseAddress else { return }
                        for intent in 0..<width { target[intent] = 0 }
                        for index in features.indices {
                            let value = values[index]
                            let row = source + Int(features[index]) * width
                            for intent in 0..<width { target[intent] += value * row[intent] }
                        }
                    }
                }
            }
        }
    }

    private mutating func refine(_ vectors: SampleVectors, _ intents: [Int32], _ taught: [Int], _ constants: Constants, _ rounds: Int) {
        guard intentCount > 1 else { return }
        var generator = SeededGenerator(seed: 0)
        var order = taught
        var scores = [Float](repeating: 0, count: intentCount)
        for _ in 0..<rounds {
            order.shuffle(using: &generator)
            var hasChanged = false
            for sample in order {
                let range = vectors.range(sample)
                fit(vectors.features[range], vectors.values[range], into: &scores)
                if pull(vectors, range, own: Int(intents[sample]), &scores, constants) { hasChanged = true }
            }
            if !hasChanged { break }
        }
    }

    /// Pulls the own intent of a sample nearer and pushes its strongest rivals away, where they are too near.
    ///
    /// - Returns: whether any was.
    private mutating func pull(_ vectors: SampleVectors, _ range: Range<Int>, own: Int, _ scores: inout [Float], _ constants: Constants) -> Bool {
        var hasPulled = false
        for _ in 0..<Self.rivals {
            guard let rival = Self.best(scores, except: own) else { break }
            let lead = scores[own] - scores[rival]
            if lead >= constants.margin { break }
            hasPulled = true
            let step = min(constants.longestStep, (constants.margin - lead) / (3 * SampleVectors.squaredLength))
            for index in range {
                let row = Int(vectors.features[index]) * intentCount
                let change = step * vectors.values[index]
                weights[row + own] += change
                weights[row + rival] -= change
            }
            scores[own] += step * SampleVectors.squaredLength
            scores[rival] = -.infinity
        }
        return hasPulled
    }

    private static func best(_ scores: [Float], except own: Int) -> Int? {
        var best: Int?
        var highest: Float = -.infinity
        for intent in scores.indices where intent != own && scores[intent] > highest {
            (best, highest) = (intent, scores[intent])
        }
        return best
    }
}
