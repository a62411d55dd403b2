public import Catalogue
public import HelpDesk

/// Which entries of the log are wanted; nil is: all of them.
public struct LogFilter: Sendable, Hashable {
    /// What the outcome is to be.
    public enum Ending: Sendable, Hashable {
        case outcome(HelpSession.Outcome)
        /// Still open.
        case open
        /// Taken back by who logged it.
        case withdrawn
    }

    public var from: Day?
    public var to: Day?
    /// The code of a team; with all below it.
    public var team: String?
    /// A member's code.
    public var member: String?
    public var guide: String?
    public var kind: HelpSession.Kind?
    public var ending: Ending?
    public var channel: String?
    public var review: Review?
    /// Words of the place, the difficulty or the note, with or without diacritics.
    public var text: String?

    public init() {}
}

/// What a coordinator said of an entry.
public enum Review: String, Sendable, Hashable, CaseIterable {
    /// Nothing yet.
    case open
    case reviewed
    /// The member is to look at it again.
    case again
}
