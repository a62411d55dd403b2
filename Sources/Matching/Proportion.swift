/// A share of counted things, with the interval in which the true share lies (Wilson's, 95 %).
public struct Proportion: Sendable, Hashable {
    public let count: Int
    public let total: Int

    public init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// 0 where nothing was counted.
    public var rate: Double { total > 0 ? Double(count) / Double(total) : 0 }

    /// Within 0…1; all of it where nothing was counted.
    public var interval: ClosedRange<Double> {
        guard total > 0 else { return 0...1 }
        let z = 1.959964
        let n = Double(total)
        let middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
        return max(0, middle - half)...min(1, middle + half)
    }
}
