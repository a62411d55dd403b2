public import Foundation

/// When a session that was left open is asked about, and when it closes by itself.
extension HelpSession {
    /// A citizen's own walk, after so long a silence.
    public static let silence: TimeInterval = 24 * 3600

    /// The same evening at half past seven; for a session of the late evening, an hour later; never between ten and six.
    public static func evening(after opened: Date) -> Date {
        let start = midnight(before: opened)
        let asked = max(start.addingTimeInterval(19.5 * 3600), opened.addingTimeInterval(3600))
        return asked < start.addingTimeInterval(22 * 3600) ? asked : start.addingTimeInterval(30 * 3600)
    }

    /// The next morning at six: whoever was asked has had the evening to answer.
    public static func closing(after asked: Date) -> Date {
        midnight(before: asked).addingTimeInterval(30 * 3600)
    }

    /// Vietnam keeps UTC+7.
    private static func midnight(before date: Date) -> Date {
        let local = date.timeIntervalSince1970 + 7 * 3600
        return Date(timeIntervalSince1970: (local / 86_400).rounded(.down) * 86_400 - 7 * 3600)
    }
}
