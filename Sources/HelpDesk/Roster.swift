/// Teams, members and who has which role where, as one file lists them.
public struct Roster: Sendable, Hashable {
    /// Parents before their children.
    public let teams: [Team]
    public let members: [Member]
    public let posts: [Post]

    public init(teams: [Team] = [], members: [Member] = [], posts: [Post] = []) {
        self.teams = teams
        self.members = members
        self.posts = posts
    }
}

/// What is wrong with a row of a teams' file.
public struct RosterFault: Error, Sendable, Hashable {
    /// The raw value is the key of its sentence in `content/editor.yaml`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case noColumn = "roster.no-column"
        case unreadable = "roster.unreadable"
        case noTeamCode = "roster.no-team-code"
        case malformedCode = "roster.malformed-code"
        case noTeamName = "roster.no-team-name"
        case otherTeamName = "roster.other-team-name"
        case unknownParent = "roster.unknown-parent"
        case circle = "roster.circle"
        case unknownRole = "roster.unknown-role"
        case malformedHours = "roster.malformed-hours"
        case malformedTelephone = "roster.malformed-telephone"
        case otherMemberName = "roster.other-member-name"
        case sameName = "roster.same-name"
        case columnCount = "roster.column-count"
    }

    public let kind: Kind
    /// Of the file, from 1.
    public let line: Int
    public let value: String

    init(_ kind: Kind, line: Int, _ value: String = "") {
        self.kind = kind
        self.line = line
        self.value = value
    }
}
