import Foundation

/// How long to wait before trying again: twice as long after each failure, with a random part, so that what failed together
/// does not come back together.
struct RetryPauses: Sendable {
    /// Seconds after the first failure, and at most.
    var first: TimeInterval = 2
    var longest: TimeInterval = 600

    /// - Parameters:
    ///   - failures: in a row before this one, from 0.
    ///   - random: from 0 to 1.
    func pause(after failures: Int, random: Double) -> TimeInterval {
        let full = min(longest, first * Double(sign: .plus, exponent: min(failures, 30), significand: 1))
        return full * (0.5 + random / 2)
    }
}
