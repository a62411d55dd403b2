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
    init(vectors: SampleVectors, intents: [Int32], taught: [Int], space: FeatureSpace) {
        intentCount = space.intentCount
        weights = Array(repeating: 0, count: space.count * intentCount)
        hasSamples = Array(repeating: false, count: intentCount)
        for sample in taught { hasSamples[Int(intents[sample])] = true }
        guard intentCount > 0 else { return }
        addCentroids(vectors, intents, taught)
        refine(vectors, intents, taught)
    }

    /// Whether nothing was learnt of an intent.
    func isEmpty(_ intent: Int) -> Bool { !hasSamples[intent] }

    /// How well a text fits each intent.
    static func scores(
        features: ArraySlice<Int32>, values: ArraySlice<Float>, weights: UnsafeBufferPointer<Float>, into scores: UnsafeMutableBufferPointer<Float>
    ) {
        let width = scores.count
        scores.update(repeating: 0)
        guard let target = scores.baseAddress, let source = weights.baseAddress else { return }
        for (feature, value) in zip(features, values) {
            let row = source + Int(feature) * width
            for intent in 0..<width { target[intent] += value * row[intent] }
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

    private mutating func refine(_ vectors: SampleVectors, _ intents: [Int32], _ taught: [Int]) {
        guard intentCount > 1 else { return }
        let width = intentCount
        var generator = SeededGenerator(seed: 0)
        var order = taught
        var scores = [Float](repeating: 0, count: width)
        weights.withUnsafeMutableBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                    for _ in 0..<Self.rounds {
                        order.shuffle(using: &generator)
                        var hasChanged = false
                        for sample in order {
                            let own = Int(intents[sample])
                            let range = vectors.range(sample)
                            Self.scores(
                                features: vectors.features[range], values: vectors.values[range], weights: UnsafeBufferPointer(weights), into: scores)
                            for _ in 0..<Self.rivals {
                                guard let rival = Self.best(scores, except: own) else { break }
                                let lack = Self.margin - (scores[own] - scores[rival])
                                if lack <= 0 { break }
                                hasChanged = true
                                let step = min(Self.longestStep, lack / (3 * SampleVectors.squaredLength))
                                for index in vectors.range(sample) {
                                    let row = Int(vectors.features[index]) * width
                                    weights[row + own] += step * vectors.values[index]
                                    weights[row + rival] -= step * vectors.values[index]
                                }
                                scores[own] += step * SampleVectors.squaredLength
                                scores[rival] = -.infinity
                            }
                        }
                        if !hasChanged { break }
                    }
            }
        }
    }

    private static func best(_ scores: UnsafeMutableBufferPointer<Float>, except own: Int) -> Int? {
        var best: Int?
        var highest: Float = -.infinity
        for intent in scores.indices where intent != own && scores[intent] > highest {
            (best, highest) = (intent, scores[intent])
        }
        return best
    }
}
