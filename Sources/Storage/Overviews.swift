public import Catalogue
public import Foundation
import GRDB
import HelpDesk

/// The figures of the overview, each only of what the member may see.
public struct Overviews: Sendable {
    /// An open hand-over is overdue after so long, in seconds.
    public static let handOverLimit: TimeInterval = 3600

    let pool: DatabasePool

    /// The sessions of a span of days, withdrawn ones left out. One pass over an index.
    public func tallies(from first: Day, to last: Day, for member: SignedIn) async throws -> [DayTally] {
        let (sql, arguments) = try Self.tallyQuery(from: first, to: last, for: member)
        return try await pool.read { db in
            try db.rows(sql, arguments).compactMap { row in
                guard let day = Day(row["day"] as String), let kind = HelpSession.Kind(rawValue: row["kind"]) else { return nil }
                return DayTally(
                    day: day, kind: kind, outcome: (row["outcome"] as String?).flatMap(HelpSession.Outcome.init), sessions: row["sessions"],
                    people: row["people"])
            }
        }
    }

    static func tallyQuery(from first: Day, to last: Day, for member: SignedIn) throws -> (sql: String, arguments: StatementArguments) {
        var condition = Condition("day BETWEEN ? AND ? AND withdrawnAt IS NULL", [first.description, last.description])
        condition.and(
            member.scope.isWide
                ? try Condition.team("+helpSession.team", in: member.scope) : Condition("+helpSession.member = ?", [member.id]))
        let sql = """
            SELECT day, kind, outcome, count(*) AS sessions, sum(people) AS people FROM helpSession INDEXED BY helpSession_tally
            WHERE \(condition.sql) GROUP BY day, kind, outcome
            """
        return (sql, condition.arguments)
    }

    /// Hand-overs that wait, and those of them that have waited too long or found nobody.
    public func handOvers(for member: SignedIn, at date: Date) async throws -> (open: Int, claimed: Int, overdue: Int) {
        let condition = try Condition.team("team", in: member.scope)
        return try await pool.read { db in
            let row = try db.row(
                """
                SELECT count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'claimed') AS claimed,
                    count(*) FILTER (WHERE state = 'open' AND (rung = 3 OR openedAt < ?)) AS overdue
                FROM handOver WHERE state <> 'closed' AND \(condition.sql)
                """,
                [Time.milliseconds(date - Self.handOverLimit)] + condition.arguments)
            return (row?["open"] ?? 0, row?["claimed"] ?? 0, row?["overdue"] ?? 0)
        }
    }

    /// How many questions found no answer, of people of the teams that the member coordinates.
    public func unanswered(from first: Day, to last: Day, for member: SignedIn) async throws -> Int {
        let condition = try QuestionList.condition(from: first, to: last, for: member)
        return try await pool.read { db in
            try db.row("SELECT count(*) AS count FROM \(QuestionList.tables) WHERE \(condition.sql)", condition.arguments)?["count"] ?? 0
        }
    }

    /// The teams with members in them, the quiet ones first; by name.
    public func activity(for member: SignedIn) async throws -> [TeamActivity] {
        let condition = try Condition.team("team.code", in: member.scope)
        return try await pool.read { db in
            try db.rows(
                """
                SELECT code, name, (
                    SELECT max(day) FROM helpSession WHERE helpSession.team = team.code AND member IS NOT NULL AND withdrawnAt IS NULL
                ) AS lastDay
                FROM team WHERE EXISTS (SELECT 1 FROM post WHERE post.team = team.code AND role IN ('member', 'leader')) AND \(condition.sql)
                """,
                condition.arguments
            ).map { TeamActivity(code: $0["code"], name: $0["name"], lastDay: ($0["lastDay"] as String?).flatMap { Day($0) }) }
                // Sorted here: SQLite would look for each team's day once more for the order.
                .sorted { ($0.lastDay ?? .distantPast, $0.name) < ($1.lastDay ?? .distantPast, $1.name) }
        }
    }
}

extension Store {
    public var overviews: Overviews { Overviews(pool: pool) }
}
