/// Draws numbers 0, 1, 2, … as often as their weights say. Drawing takes the logarithm of how many there are.
struct WeightedChoice: Sendable {
    private let sums: [Double]

    /// - Parameter weights: none below 0, at least one above.
    init(_ weights: some Sequence<Double>) {
        var sum = 0.0
        sums = weights.map { weight in
            sum += weight
            return sum
        }
    }

    func draw(using generator: inout some RandomNumberGenerator) -> Int {
        let target = Double.random(in: 0..<(sums.last ?? 1), using: &generator)
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
