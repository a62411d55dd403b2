public import Dialogue
public import Foundation
public import HelpDesk

/// An entry of the log with its whole course.
public struct LogSession: Sendable, Hashable {
    /// Something that happened in it.
    public struct Event: Sendable, Hashable {
        public let at: Date
        /// As the log names it: `opened`, `reached`, `stuck`, `human`, `closed`, `logged`, `changed`, `withdrawn`.
        public let kind: String
        public let step: String?
        /// The number of the trouble, from 0.
        public let trouble: Int?
        public let outcome: HelpSession.Outcome?
        /// What the entry was from then on.
        public let entry: HelpEntry?
    }

    /// What a coordinator said of it.
    public struct Remark: Sendable, Hashable {
        public let at: Date
        public let member: String
        public let state: Review
        public let note: String?
    }

    public let row: LogRow
    public let events: [Event]
    public let remarks: [Remark]
    /// Whether who looks may review it.
    public let isReviewable: Bool
}
