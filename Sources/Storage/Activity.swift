public import Catalogue
public import HelpDesk

/// What the log holds of a period, for a team and all below it (or for the whole organisation), in sums.
public struct Activity: Sendable, Hashable {
    /// Sessions of one kind. People are visits, not persons.
    public struct Sum: Sendable, Hashable, Encodable {
        public var sessions: Int
        public var people: Int
        /// Sessions in which an account was activated.
        public var activated: Int

        public static let zero = Sum(sessions: 0, people: 0, activated: 0)

        public static func + (one: Sum, other: Sum) -> Sum {
            Sum(sessions: one.sessions + other.sessions, people: one.people + other.people, activated: one.activated + other.activated)
        }
    }

    /// Of one kind, about one guide, with one outcome.
    public struct Count: Sendable, Hashable {
        public let kind: HelpSession.Kind
        /// nil where no guide is about it.
        public let guide: String?
        /// nil while it goes on.
        public let outcome: HelpSession.Outcome?
        public let sum: Sum
    }

    /// What was logged, corrected or withdrawn for a month after it was closed; figures may be negative.
    public struct Late: Sendable, Hashable {
        /// `2026-11`
        public let month: String
        public let kind: HelpSession.Kind
        public let sum: Sum
    }

    /// Of a team right below, with all below it.
    public struct TeamCount: Sendable, Hashable {
        public let team: String
        public let name: String
        /// nil in the one row of a team that logged nothing.
        public let kind: HelpSession.Kind?
        public let sum: Sum
    }

    public struct MemberCount: Sendable, Hashable {
        public let member: String
        public let name: String
        /// The code of the team that it was counted with.
        public let team: String
        public let kind: HelpSession.Kind
        public let sum: Sum
    }

    /// Teams so far below the one that reports, and their members, as they are on the day of asking.
    public struct Level: Sendable, Hashable, Encodable {
        /// 1 is the team that reports; for the whole organisation, the teams that have none above them.
        public let level: Int
        public let teams: Int
        public let members: Int
    }

    /// Of those opened in the period.
    public struct HandOvers: Sendable, Hashable, Encodable {
        public let opened: Int
        public let closed: Int
        public let solved: Int
        /// Those that went past the team's own members.
        public let climbed: Int
    }

    public struct Questions: Sendable, Hashable, Encodable {
        public let asked: Int
        /// Where the bot had to ask which of several was meant.
        public let unclear: Int
        public let unanswered: Int
    }

    public struct Difficulty: Sendable, Hashable {
        public let text: String
        public let times: Int
        public let lastDay: Day
    }

    public let counts: [Count]
    public let late: [Late]
    public let below: [TeamCount]
    public let members: [MemberCount]
    public let levels: [Level]
    /// Members of the team and of all below it, each once.
    public let memberTotal: Int
    public let handOvers: HandOvers
    public let questions: Questions
    /// Those named most often first, at most 50.
    public let difficulties: [Difficulty]
    /// The last month that is closed; nil while none is.
    public let closedMonth: String?
}
