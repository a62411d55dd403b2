/// Learns what each intent looks like: the direction of the sum of its samples (centroid), then some rounds in which each
/// sample that is not ahead of its rivals by a margin pulls its own intent nearer and pushes the rivals away.
struct Training: Sendable {
    static let margin: Float = 0.5
    static let rounds = 4
    static let rivals = 3
    static let longestStep: Float = 0.05

    let intentCount: Int
    /// For each feature the weights of all intents.
    private(set) var weights: [Float]
    private var hasSamples: [Bool]

    /// Memory: features × intents, 4 bytes each. Time: samples × features of a sample × intents × rounds.
    /// - Parameter taught: the samples to learn from, by number.
    init(vectors: SampleVectors, intents: [Int32], taught: [Int], space: FeatureSpace, rounds: Int = Self.rounds) {
        intentCount = space.intentCount
        weights = Array(repeating: 0, count: space.count * intentCount)
        hasSamples = Array(repeating: false, count: intentCount)
        for sample in taught { hasSamples[Int(intents[sample])] = true }
        guard intentCount > 0 else { return }
        addCentroids(vectors, intents, taught)
        refine(vectors, intents, taught, rounds)
    }

    /// Whether nothing was learnt of an intent.
    func isEmpty(_ intent: Int) -> Bool { !hasSamples[intent] }

    /// How well a text, given by its features and their values, fits each intent.
    func fit(_ features: ArraySlice<Int32>, _ values: ArraySlice<Float>, into scores: inout [Float]) {
        let width = intentCount
        scores.withUnsafeMutableBufferPointer { scores in
            weights.withUnsafeBufferPointer { weights in
                features.withUnsafeBufferPointer { features in
                    values.withUnsafeBufferPointer { values in
                        scores.update(repeating: 0)
                        guard let target = scores.baseAddress, let source = weights.baseAddress else { return }
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

    private mutating func addCentroids(_ vectors: SampleVectors, _ intents: [Int32], _ taught: [Int]) {
        let width = intentCount
        for sample in taught {
            let intent = Int(intents[sample])
            for index in vectors.range(sample) { weights[Int(vectors.features[index]) * width + intent] += vectors.values[index] }
        }
        var lengths = [Float](repeating: 0, count: width)
        for row in stride(from: 0, to: weights.count, by: width) {
            for intent in 0..<width { lengths[intent] += weights[row + intent] * weights[row + intent] }
        }
        let scales = lengths.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
        for row in stride(from: 0, to: weights.count, by: width) {
            for intent in 0..<width { weights[row + intent] *= scales[intent] }
        }
    }

    private mutating func refine(_ vectors: SampleVectors, _ intents: [Int32], _ taught: [Int], _ rounds: Int) {
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
                if pull(vectors, range, own: Int(intents[sample]), &scores) { hasChanged = true }
            }
            if !hasChanged { break }
        }
    }

    /// Pulls the own intent of a sample nearer and pushes its strongest rivals away, where they are too near.
    ///
    /// - Returns: whether any was.
    private mutating func pull(_ vectors: SampleVectors, _ range: Range<Int>, own: Int, _ scores: inout [Float]) -> Bool {
        var hasPulled = false
        for _ in 0..<Self.rivals {
            guard let rival = Self.best(scores, except: own) else { break }
            let lead = scores[own] - scores[rival]
            if lead >= Self.margin { break }
            hasPulled = true
            let step = min(Self.longestStep, (Self.margin - lead) / (3 * SampleVectors.squaredLength))
            for index in range {
                let row = Int(vectors.features[index]) * intentCount
                weights[row + own] += step * vectors.values[index]
                weights[row + rival] -= step * vectors.values[index]
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
