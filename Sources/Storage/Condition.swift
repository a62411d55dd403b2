import GRDB
import HelpDesk

/// Conditions of a query that grow with what is asked, each with its arguments.
struct Condition {
    private(set) var sql: String
    private(set) var arguments: StatementArguments

    init(_ sql: String, _ arguments: StatementArguments = StatementArguments()) {
        self.sql = sql
        self.arguments = arguments
    }

    mutating func and(_ sql: String, _ arguments: StatementArguments = StatementArguments()) {
        self.sql += " AND " + sql
        self.arguments += arguments
    }

    mutating func and(_ other: Condition) {
        and(other.sql, other.arguments)
    }

    /// That a column with a team's code is in a scope.
    /// - Parameter teams: those of the scope that are meant; all where nil.
    static func team(_ column: String, in scope: Scope, _ teams: Set<String>? = nil, isForCoordinators: Bool = false) throws -> Condition {
        let seen = isForCoordinators ? scope.coordinated : scope.teams
        let list = try Dialect.list(teams.map(seen.intersection) ?? seen)
        let strays = scope.seesStrays && teams == nil ? " OR \(column) IS NULL" : ""
        return Condition("(\(column) \(Dialect.isListed)\(strays))", [list])
    }

    /// Which sessions of the log somebody sees: a member the own, whoever leads or coordinates those of their teams.
    static func sessions(of member: SignedIn, _ teams: Set<String>? = nil) throws -> Condition {
        if !member.scope.isWide { return Condition("helpSession.member = ?", [member.id]) }
        // Few teams are found by their own index; many are sifted from the days, in whose order they are wanted.
        let isFew = (teams?.intersection(member.scope.teams) ?? member.scope.teams).count <= 20
        return try team(isFew ? "helpSession.team" : "+helpSession.team", in: member.scope, teams)
    }
}
