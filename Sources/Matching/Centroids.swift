/// The directions of the sums of the intents' samples, kept by feature: for each feature the intents that have it.
///
/// Memory and time grow with the features that the intents have, not with features × intents.
struct Centroids: Sendable {
    struct Entry: Sendable {
        let intent: Int32
        let value: Float
    }

    private var starts: [Int32]
    private var entries: [Entry]
    /// The length of each intent's sum; 0 where it has no samples.
    private(set) var lengths: [Float]

    var intentCount: Int { lengths.count }
    var featureCount: Int { starts.count - 1 }

    /// - Parameter taught: the samples to learn from, by number.
    init(vectors: SampleVectors, intents: [Int32], taught: [Int], featureCount: Int, intentCount: Int) {
        lengths = Array(repeating: 0, count: intentCount)
        let order = taught.sorted { (intents[$0], $0) < (intents[$1], $1) }
        var sums = [Float](repeating: 0, count: featureCount)
        var last = [Int32](repeating: -1, count: featureCount)
        var found: [(feature: Int32, entry: Entry)] = []
        var counts = [Int32](repeating: 0, count: featureCount + 1)
        var position = 0
        while position < order.count {
            let intent = intents[order[position]]
            var touched: [Int32] = []
            while position < order.count, intents[order[position]] == intent {
                for index in vectors.range(order[position]) {
                    let feature = Int(vectors.features[index])
                    if last[feature] != intent {
                        last[feature] = intent
                        touched.append(Int32(feature))
                        sums[feature] = 0
                    }
                    sums[feature] += vectors.values[index]
                }
                position += 1
            }
            let length = touched.reduce(Float(0)) { $0 + sums[Int($1)] * sums[Int($1)] }.squareRoot()
            lengths[Int(intent)] = length
            for feature in touched {
                found.append((feature, Entry(intent: intent, value: length > 0 ? sums[Int(feature)] / length : 0)))
                counts[Int(feature) + 1] += 1
            }
        }
        for feature in 0..<featureCount { counts[feature + 1] += counts[feature] }
        starts = counts
        entries = Array(repeating: Entry(intent: 0, value: 0), count: found.count)
        // The intents came in rising order, so each row is sorted.
        for (feature, entry) in found {
            entries[Int(counts[Int(feature)])] = entry
            counts[Int(feature)] += 1
        }
    }

    @inline(__always)
    subscript(feature: Int) -> ArraySlice<Entry> { entries[Int(starts[feature])..<Int(starts[feature + 1])] }

    /// Whether a sample of the intent has the feature. Logarithmic in the intents that have it.
    func has(_ feature: Int, _ intent: Int) -> Bool {
        var low = Int(starts[feature])
        var high = Int(starts[feature + 1])
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].intent < intent { low = middle + 1 } else { high = middle }
        }
        return low < Int(starts[feature + 1]) && entries[low].intent == intent
    }

    /// How well a text, given by its features and their values, fits each intent.
    func fit(_ features: ArraySlice<Int32>, _ values: ArraySlice<Float>, into scores: inout [Float]) {
        for intent in scores.indices { scores[intent] = 0 }
        for index in features.indices {
            for entry in self[Int(features[index])] { scores[Int(entry.intent)] += entry.value * values[index] }
        }
    }
}
