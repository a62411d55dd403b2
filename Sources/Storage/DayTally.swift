public import Catalogue
public import HelpDesk

/// The sessions of one day, of one kind, that ended in one way.
public struct DayTally: Sendable, Hashable {
    public let day: Day
    public let kind: HelpSession.Kind
    /// nil for those that are still open.
    public let outcome: HelpSession.Outcome?
    public let sessions: Int
    /// Visits, not persons.
    public let people: Int
}
