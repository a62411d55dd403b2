public import Catalogue

/// A team that has members, and when it last logged a help.
public struct TeamActivity: Sendable, Hashable {
    public let code: String
    public let name: String
    /// nil where it never has.
    public let lastDay: Day?
}
