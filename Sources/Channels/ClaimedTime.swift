import Foundation

/// When something happened, as a platform tells it.
enum ClaimedTime {
    /// Older claims are not believed: no platform is known to send anything again after so many seconds.
    private static let oldest = 2.0 * 86_400

    /// - Parameters:
    ///   - milliseconds: since 1970.
    ///   - received: when the request reached us; used where the claim cannot be: a time yet to come would make all that
    ///     follows look late, and one long past would make this look late itself.
    static func date(milliseconds: PlatformID?, received: Date) -> Date {
        guard let number = milliseconds.flatMap({ Double($0.text) }), number.isFinite else { return received }
        let date = Date(timeIntervalSince1970: number / 1000)
        return date <= received && received.timeIntervalSince(date) <= oldest ? date : received
    }

    /// The key of an event to which the platform gives no id: what, who, when.
    static func key(_ kind: String, _ person: PlatformID, milliseconds: PlatformID?, received: Date) -> String {
        let time = milliseconds?.text ?? String(Int64(received.timeIntervalSince1970 * 1000))
        return "\(kind):\(person.text):\(time)"
    }
}
