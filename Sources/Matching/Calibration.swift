/// Turns confidence and margin into the probability that the first match is right, as learnt from a ``Rehearsal``.
struct Calibration: Sendable {
    /// From this probability on a question is answered, and from that one on it is asked back.
    static let answer = 0.5
    static let clarify = 0.2

    private var confidence = 4.0
    private var margin = 3.0
    private var offset = -5.0

    /// What holds where there is nothing to learn from.
    static let usual = Calibration()

    private init() {}

    /// Logistic regression by Newton's method, slightly drawn to 0 so that it has a solution where the samples are told
    /// apart without a fault.
    init(_ outcomes: [Rehearsal.Outcome]) {
        guard outcomes.contains(where: \.isRight), outcomes.contains(where: { !$0.isRight }) else { return }
        var theta = [0.0, 0.0, 0.0]
        for _ in 0..<20 {
            var gradient = theta.map { -0.01 * $0 }
            var hessian = [[0.01, 0.0, 0.0], [0.0, 0.01, 0.0], [0.0, 0.0, 0.01]]
            for outcome in outcomes {
                let row = [Double(outcome.confidence), Double(outcome.margin), 1]
                let p = Self.logistic(theta[0] * row[0] + theta[1] * row[1] + theta[2])
                let error = (outcome.isRight ? 1 : 0) - p
                let spread = max(p * (1 - p), 1e-9)
                for i in 0..<3 {
                    gradient[i] += error * row[i]
                    for j in 0..<3 { hessian[i][j] += spread * row[i] * row[j] }
                }
            }
            let step = Self.solve(hessian, gradient)
            for i in 0..<3 { theta[i] += step[i] }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
        (confidence, margin, offset) = (theta[0], theta[1], theta[2])
    }

    func probability(confidence: Float, margin: Float) -> Double {
        Self.logistic(self.confidence * Double(confidence) + self.margin * Double(margin) + offset)
    }

    func decision(_ probability: Double) -> Decision {
        probability >= Self.answer ? .answer : probability >= Self.clarify ? .clarify : .unknown
    }

    private static func logistic(_ value: Double) -> Double {
        1 / (1 + exponential(-value))
    }

    /// Three equations with three unknowns, by Cramer's rule.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        func determinant(_ m: [[Double]]) -> Double {
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        }
        let whole = determinant(matrix)
        guard abs(whole) > 1e-12 else { return [0, 0, 0] }
        return (0..<3).map { column in
            var replaced = matrix
            for row in 0..<3 { replaced[row][column] = right[row] }
            return determinant(replaced) / whole
        }
    }
}
