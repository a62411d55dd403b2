public import Catalogue
public import Foundation
public import HelpDesk

/// A made-up help session, ready to be stored.
public struct DemoSession: Sendable, Hashable {
    public let kind: HelpSession.Kind
    /// The code of the team of whoever gave the help, or whose code the citizen came with; nil for a citizen alone.
    public let team: String?
    /// The code of the member; nil for a citizen alone.
    public let member: String?
    public let guide: String
    /// nil where the help was given without the bot.
    public let revision: String?
    public let channel: String
    public let openedAt: Date
    /// nil while it goes on, and then `outcome` is nil too.
    public let closedAt: Date?
    /// The day of help; for one that was logged later, before the day of `openedAt`.
    public let day: Day
    public let outcome: HelpSession.Outcome?
    public let people: Int
    /// The last step that was reached; nil where the help was given without the bot.
    public let furthest: String?
    /// Where the person was stuck, if at all, and the number of the trouble that was chosen there.
    public let stuck: Stuck?
    public let place: String?
    public let difficulty: String?

    public struct Stuck: Sendable, Hashable {
        public let step: String
        public let trouble: Int?
    }
}
