import Catalogue
import Foundation
import GRDB
import HelpDesk

/// Reads the sums of a period: whole months from the tallies, the days before and after them from the log itself.
///
/// Every query takes the same named arguments; those that a query does not name are left out.
struct ActivityStore {
    /// The team that reports; `''` for the whole organisation.
    let team: String
    let period: Period
    /// Whether the team reports alone, without those below it. Where a team came below it or left it after a month was closed, what
    /// that team counted in the month is taken away all the same.
    var isAlone = false

    func read(in db: GRDB.Database) throws -> Activity {
        let counts: [Activity.Count] = try rows(Self.counts, in: db).compactMap { row in
            guard let kind = Self.kind(row) else { return nil }
            let guide: String = row["guide"]
            return Activity.Count(
                kind: kind, guide: guide.isEmpty ? nil : guide, outcome: HelpSession.Outcome(rawValue: row["outcome"]), sum: Self.sum(row))
        }
        let levels = try rows(Self.levels, in: db)
        let topmost = levels.map { $0["depth"] as Int }.min() ?? 0
        return Activity(
            counts: counts,
            late: try rows(Self.late, in: db).compactMap { row in
                Self.kind(row).map { Activity.Late(month: row["month"], kind: $0, sum: Self.sum(row)) }
            },
            below: try rows(Self.below, in: db).map { row in
                Activity.TeamCount(team: row["code"], name: row["name"], kind: Self.kind(row), sum: Self.sum(row))
            },
            members: try rows(Self.members, in: db).compactMap { row in
                Self.kind(row).map { Activity.MemberCount(member: row["code"], name: row["name"], team: row["team"], kind: $0, sum: Self.sum(row)) }
            },
            levels: levels.map { Activity.Level(level: $0["depth"] - topmost + 1, teams: $0["teams"], members: $0["members"]) },
            memberTotal: try rows(Self.memberTotal, in: db).first?["members"] ?? 0,
            handOvers: try handOvers(in: db), questions: try questions(in: db),
            difficulties: try rows(Self.difficulties, in: db).compactMap { row in
                Day(row["lastDay"] as String).map { Activity.Difficulty(text: row["difficulty"], times: row["times"], lastDay: $0) }
            },
            closedMonth: try Self.closedMonth(in: db))
    }

    static func closedMonth(in db: GRDB.Database) throws -> String? {
        try db.row("SELECT max(month) AS month FROM closedMonth", [])?["month"]
    }

    /// Closes all months up to one, from the month in which the first entry was logged: what is entered from paper for the time
    /// before is counted like any other.
    ///
    /// - Returns: the months that were closed by it.
    static func close(through month: String, at date: Date, in db: GRDB.Database) throws -> [String] {
        guard let first: Int64 = try db.row("SELECT openedAt FROM helpSession ORDER BY id LIMIT 1", [])?["openedAt"] else { return [] }
        return try Day.months(from: Day(inVietnam: Time.date(first)), through: month).filter { month in
            try db.run("INSERT INTO closedMonth (month, closedAt) VALUES (?, ?) ON CONFLICT DO NOTHING", [month, Time.milliseconds(date)])
            return db.changesCount > 0
        }
    }

    private func handOvers(in db: GRDB.Database) throws -> Activity.HandOvers {
        let row = try rows(Self.handOvers, in: db).first
        return Activity.HandOvers(
            opened: row?["opened"] ?? 0, closed: row?["closed"] ?? 0, solved: row?["solved"] ?? 0, climbed: row?["climbed"] ?? 0)
    }

    private func questions(in db: GRDB.Database) throws -> Activity.Questions {
        let row = try rows(Self.questions, in: db).first
        return Activity.Questions(asked: row?["asked"] ?? 0, unclear: row?["unclear"] ?? 0, unanswered: row?["unanswered"] ?? 0)
    }

    // MARK: The queries' arguments and columns

    private func rows(_ sql: String, in db: GRDB.Database) throws -> [Row] {
        try db.rows(sql, arguments(of: sql))
    }

    /// What the names after a colon in a query stand for.
    func arguments(of sql: String) -> StatementArguments {
        let (before, after) = period.edges
        let months = period.months ?? ("", "")
        let all: [String: any DatabaseValueConvertible] = [
            "team": team, "own": isAlone, "firstMonth": months.first, "lastMonth": months.last, "from": period.from.description,
            "to": period.to.description,
            "before": before.0, "beforeEnd": before.1, "after": after.0, "afterEnd": after.1,
            "opened": Time.milliseconds(period.from.beginning), "openedEnd": Time.milliseconds(period.to.beginning) + 86_400_000,
        ]
        let named = Set(sql.matches(of: /:([a-zA-Z]+)/).map { String($0.output.1) })
        return StatementArguments(all.filter { named.contains($0.key) })
    }

    private static func kind(_ row: Row) -> HelpSession.Kind? {
        (row["kind"] as String?).flatMap(HelpSession.Kind.init)
    }

    private static func sum(_ row: Row) -> Activity.Sum {
        Activity.Sum(sessions: row["sessions"], people: row["people"], activated: row["activated"])
    }
}
