public import Foundation
public import HelpDesk

/// A made-up hand-over: a citizen asked for a human.
public struct DemoHandOver: Sendable, Hashable {
    public let team: String
    public let state: HandOver.State
    public let rung: HandOver.Rung
    public let guide: String
    public let step: String?
    public let question: String
    public let channel: String
    public let openedAt: Date
    /// Who took it; nil while it is open.
    public let member: String?
    public let claimedAt: Date?
    public let closedAt: Date?
    public let outcome: HelpSession.Outcome?
    /// Its help session among ``DemoYear/sessions``; nil while it is open.
    public let session: Int?
}
