/// The samples as vectors over a ``FeatureSpace``: words and pairs together have length 1, pieces have length 1.
struct SampleVectors: Sendable {
    /// The square of every vector's length (1 for a sample whose words weigh nothing).
    static let squaredLength: Float = 2

    private(set) var features: [Int32] = []
    private(set) var values: [Float] = []
    private var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    init(_ samples: [[Int32]], space: FeatureSpace) {
        var counts = [Float](repeating: 0, count: space.count)
        for sample in samples {
            let begin = features.count
            space.forEachFeature(of: sample) { feature in
                // What stands in every fifth of very many intents tells none of them.
                if space.weights[Int(feature)] == 0 { return }
                if counts[Int(feature)] == 0 { features.append(feature) }
                counts[Int(feature)] += 1
            }
            var wordNorm: Float = 0
            var pieceNorm: Float = 0
            for index in begin..<features.count {
                let feature = Int(features[index])
                let value = Self.tempered(counts[feature]) * space.weights[feature]
                counts[feature] = 0
                values.append(value)
                if feature < space.firstPiece { wordNorm += value * value } else { pieceNorm += value * value }
            }
            let wordScale = wordNorm > 0 ? 1 / wordNorm.squareRoot() : 0
            let pieceScale = pieceNorm > 0 ? 1 / pieceNorm.squareRoot() : 0
            for index in begin..<features.count { values[index] *= Int(features[index]) < space.firstPiece ? wordScale : pieceScale }
            starts.append(features.count)
        }
    }

    /// A feature that stands in a sample twice says a little more than one that stands there once, not twice as much.
    @inline(__always)
    private static func tempered(_ count: Float) -> Float { count == 1 ? 1 : 1 + count.naturalLogarithm }

    @inline(__always)
    func range(_ sample: Int) -> Range<Int> { starts[sample]..<starts[sample + 1] }
}
