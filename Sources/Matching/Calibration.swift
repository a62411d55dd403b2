/// Turns what the ranking shows into the probability that the first match is right, as learnt from a ``Rehearsal``.
///
/// Whether keywords were found is no sign of its own: editors put them into nearly every sample, people do not.
struct Calibration: Sendable {
    /// What the ranking shows of the first match.
    struct Signs: Sendable {
        /// Its score, with half its coverage.
        var confidence: Float
        /// How far it is ahead of the second.
        var margin: Float

        fileprivate var row: [Double] { [Double(confidence), Double(margin), 1] }
    }

    /// From this probability on a question is answered: the answer is right more often than not.
    static let answer = 0.5
    /// From this one on it is asked back. In the rehearsal half of all questions have no answer, which is more than among
    /// people; to turn somebody away who could be helped costs more than one question too many. (Asking back only where one
    /// of three choices is right more often than not turned away twice as many.)
    static let clarify = 0.2

    private let weights: [Double]

    /// What holds where there is nothing to learn from.
    static let usual = Calibration(weights: [4, 3, -5])

    private init(weights: [Double]) {
        self.weights = weights
    }

    /// Logistic regression by Newton's method, slightly drawn to 0 so that it has a solution where right and wrong are told
    /// apart without a fault.
    init(_ outcomes: [Rehearsal.Outcome]) {
        guard outcomes.contains(where: \.isRight), outcomes.contains(where: { !$0.isRight }) else {
            self = .usual
            return
        }
        let pull = 0.01
        let rows = outcomes.map { (signs: $0.signs.row, isRight: $0.isRight) }
        var weights = [0.0, 0, 0]
        for _ in 0..<20 {
            var gradient = weights.map { -pull * $0 }
            var curvature = (0..<3).map { row in (0..<3).map { $0 == row ? pull : 0 } }
            for row in rows {
                let p = Self.probability(row.signs, weights)
                let error = (row.isRight ? 1 : 0) - p
                for i in 0..<3 {
                    gradient[i] += error * row.signs[i]
                    for j in 0..<3 { curvature[i][j] += p * (1 - p) * row.signs[i] * row.signs[j] }
                }
            }
            let step = Self.solve(curvature, gradient)
            for i in 0..<3 { weights[i] += step[i] }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
        self.init(weights: weights)
    }

    func probability(_ signs: Signs) -> Double {
        Self.probability(signs.row, weights)
    }

    func decision(_ probability: Double) -> Decision {
        probability >= Self.answer ? .answer : probability >= Self.clarify ? .clarify : .unknown
    }

    private static func probability(_ row: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for index in row.indices { sum += row[index] * weights[index] }
        return 1 / (1 + exponential(-sum))
    }

    /// Linear equations by elimination; the matrix is symmetric with a positive diagonal, so no rows need to change places.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var matrix = matrix
        var right = right
        for column in right.indices {
            for row in right.indices where row > column {
                let factor = matrix[row][column] / matrix[column][column]
                for index in right.indices { matrix[row][index] -= factor * matrix[column][index] }
                right[row] -= factor * right[column]
            }
        }
        for row in right.indices.reversed() {
            for column in right.indices where column > row { right[row] -= matrix[row][column] * right[column] }
            right[row] /= matrix[row][row]
        }
        return right
    }
}
