import Catalogue
public import Dialogue
public import Foundation
import HelpDesk

/// An entry of the log, as a list shows it.
public struct LogRow: Sendable, Hashable {
    /// Where a page of the list ends: the next one begins after it.
    public struct Cursor: Sendable, Hashable {
        public let day: String
        public let number: Int64

        /// Reads `2026-11-24.12`.
        public init?(_ text: some StringProtocol) {
            let parts = text.split(separator: ".")
            guard parts.count == 2, parts[0].utf8.count == 10, let number = Int64(parts[1]) else { return nil }
            day = String(parts[0])
            self.number = number
        }

        init(day: String, number: Int64) {
            self.day = day
            self.number = number
        }

        public var text: String { "\(day).\(number)" }
    }

    public let number: Int64
    public let entry: HelpEntry
    public let channel: String
    /// The team's name and code; nil where it belongs to none.
    public let team: String?
    public let teamCode: String?
    /// The member's name and code; nil where the citizen was alone.
    public let member: String?
    public let memberCode: String?
    public let review: Review
    public let isWithdrawn: Bool
    public let openedAt: Date
    /// How far the walk got.
    public let furthest: String?

    public var cursor: Cursor { Cursor(day: entry.day.description, number: number) }
}
