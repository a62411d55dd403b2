/// The probability of a yes, learnt from rows of numbers and whether each was one.
struct Logistic: Sendable {
    private let weights: [Double]

    /// - Parameter weights: one for each number of a row, then the constant.
    init(weights: [Double]) {
        self.weights = weights
    }

    /// By Newton's method, drawn to what usually holds as strongly as a row or two would, so that a few rows do not say more than
    /// they know; nil where all are yes, or all no.
    init?(_ rows: [(signs: [Double], isYes: Bool)], drawnTo usual: Logistic) {
        guard let first = rows.first, rows.contains(where: { $0.isYes != first.isYes }) else { return nil }
        let pull = 0.5
        let count = first.signs.count + 1
        var weights = usual.weights
        for _ in 0..<20 {
            var gradient = (0..<count).map { pull * (usual.weights[$0] - weights[$0]) }
            var curvature = (0..<count).map { row in (0..<count).map { $0 == row ? pull : 0 } }
            for row in rows {
                let p = Self.probability(row.signs, weights)
                let error = (row.isYes ? 1 : 0) - p
                for i in 0..<count {
                    let sign = i < count - 1 ? row.signs[i] : 1
                    gradient[i] += error * sign
                    for j in 0...i { curvature[i][j] += p * (1 - p) * sign * (j < count - 1 ? row.signs[j] : 1) }
                }
            }
            for i in 0..<count { for j in 0..<i { curvature[j][i] = curvature[i][j] } }
            let step = Self.solve(curvature, gradient)
            for i in 0..<count { weights[i] += step[i] }
            if step.allSatisfy({ abs($0) < 1e-6 }) { break }
        }
        self.weights = weights
    }

    func probability(_ signs: [Double]) -> Double { Self.probability(signs, weights) }

    private static func probability(_ signs: [Double], _ weights: [Double]) -> Double {
        var sum = weights[weights.count - 1]
        for index in signs.indices { sum += signs[index] * weights[index] }
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
