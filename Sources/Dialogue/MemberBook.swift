public import HelpDesk

/// A member's own log of one month.
public struct MemberBook: Sendable, Hashable {
    public struct Sum: Sendable, Hashable {
        public let kind: HelpSession.Kind
        public let sessions: Int
        public let people: Int

        public init(kind: HelpSession.Kind, sessions: Int, people: Int) {
            self.kind = kind
            self.sessions = sessions
            self.people = people
        }
    }

    /// Kinds are never added up.
    public let sums: [Sum]
    /// How many of them are still open.
    public let open: Int
    /// The newest entries, newest first.
    public let newest: [HelpEntry.Numbered]

    public init(sums: [Sum], open: Int, newest: [HelpEntry.Numbered]) {
        self.sums = sums
        self.open = open
        self.newest = newest
    }
}
