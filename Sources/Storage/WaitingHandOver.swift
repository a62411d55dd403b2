public import Foundation
public import HelpDesk

/// A hand-over that is not closed, as the page shows it.
public struct WaitingHandOver: Sendable, Hashable {
    public let number: Int64
    public let state: HandOver.State
    public let rung: HandOver.Rung
    /// The team's name.
    public let team: String
    public let openedAt: Date
    public let guide: String?
    public let step: String?
    /// Masked; nil where it was deleted.
    public let question: String?
    /// The name of who has claimed it.
    public let claimant: String?
    public let leaseUntil: Date?
    /// Whether nothing can be sent to the citizen any more.
    public let isUnreachable: Bool
    public let isOverdue: Bool
}
