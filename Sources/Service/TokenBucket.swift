public import Foundation

/// How many may go now: as many a second as the rate says, a few at once after a pause.
public struct TokenBucket: Sendable {
    private let rate: Double
    private let burst: Double
    private var tokens: Double
    private var at: Date

    /// - Parameters:
    ///   - rate: a second, more than 0.
    ///   - burst: how many at once at most; without it a fifth of a second's worth, at least one.
    public init(rate: Double, burst: Double? = nil, at date: Date) {
        self.rate = rate
        self.burst = max(1, burst ?? rate / 5)
        tokens = self.burst
        at = date
    }

    /// Of several calls with falling times the later ones add nothing.
    public mutating func available(at date: Date) -> Int {
        tokens = min(burst, tokens + max(0, date.timeIntervalSince(at)) * rate)
        at = date
        // Dates are good to a tenth of a microsecond: what is due at ``next`` must be there at that very date.
        return Int(tokens + 0.001)
    }

    public mutating func take(_ number: Int) {
        tokens -= Double(number)
    }

    /// Whether it is as good as new.
    public func isFull(at date: Date) -> Bool { tokens + max(0, date.timeIntervalSince(at)) * rate >= burst }

    /// When the next one may go.
    public var next: Date { at.addingTimeInterval(max(0, 1 - tokens) / rate) }
}
