import Catalogue
import Dialogue
import Foundation
import GRDB
public import HelpDesk

/// The log of all help as coordinators read it: only what the member may see, the newest day first.
public struct HelpLog: Sendable {
    let pool: DatabasePool

    /// - Parameter cursor: where the page before ended.
    /// - Returns: one page; `next` where there is more.
    public func page(
        _ filter: LogFilter, for member: SignedIn, after cursor: LogRow.Cursor? = nil, limit: Int
    ) async throws -> (rows: [LogRow], next: LogRow.Cursor?) {
        try await pool.read { db in
            var condition = try Self.condition(filter, for: member, in: db)
            if let cursor { condition.and("(day, helpSession.id) < (?, ?)", [cursor.day, cursor.number]) }
            let rows = try db.rows(Self.pageQuery(condition), condition.arguments + [limit + 1]).compactMap(Self.row)
            return (Array(rows.prefix(limit)), rows.count > limit ? rows[limit - 1].cursor : nil)
        }
    }

    /// - Returns: nil where there is none, or none that the member may see.
    public func session(_ number: Int64, for member: SignedIn) async throws -> LogSession? {
        try await pool.read { db in
            guard let row = try Self.find(number, for: member, in: db) else { return nil }
            let events = try db.rows(
                "SELECT at, kind, step, trouble, outcome, entry FROM helpSessionEvent WHERE session = ? ORDER BY id", [number]
            ).map { event in
                LogSession.Event(
                    at: Time.date(event["at"]), kind: event["kind"], step: event["step"], trouble: event["trouble"],
                    outcome: (event["outcome"] as String?).flatMap(HelpSession.Outcome.init),
                    entry: try (event["entry"] as String?).map { try JSON.value(HelpEntry.self, $0) })
            }
            let remarks = try db.rows(
                "SELECT at, name, state, note FROM review JOIN member ON member.id = review.member WHERE session = ? ORDER BY review.id", [number]
            ).map { remark in
                LogSession.Remark(
                    at: Time.date(remark["at"]), member: remark["name"], state: Review(rawValue: remark["state"]) ?? .open, note: remark["note"])
            }
            return LogSession(row: row, events: events, remarks: remarks, isReviewable: member.scope.isWide && member.scope.sees(team: row.teamCode))
        }
    }

    /// The entries right before and after one in the list.
    public func neighbours(of row: LogRow, _ filter: LogFilter, for member: SignedIn) async throws -> (newer: Int64?, older: Int64?) {
        try await pool.read { db in
            let condition = try Self.condition(filter, for: member, in: db)
            func next(_ comparison: String, _ order: String) throws -> Int64? {
                try db.row(
                    """
                    SELECT helpSession.id FROM \(Self.tables) WHERE \(condition.sql) AND (day, helpSession.id) \(comparison) (?, ?)
                    ORDER BY day \(order), helpSession.id \(order) LIMIT 1
                    """,
                    condition.arguments + [row.cursor.day, row.number])?["id"]
            }
            return (try next(">", "ASC"), try next("<", "DESC"))
        }
    }

    /// The teams that the member may see, for the list to choose from; as codes sort.
    public func teams(for member: SignedIn) async throws -> [Team] {
        try await pool.read { db in try TeamStore.teams(in: db).filter { member.scope.teams.contains($0.code) } }
    }

    // MARK: The query

    private static let tables = """
        helpSession LEFT JOIN team ON team.code = helpSession.team LEFT JOIN member ON member.id = helpSession.member
            LEFT JOIN reviewState ON reviewState.session = helpSession.id
        """

    private static let select = """
        SELECT helpSession.id, kind, guide, people, day, outcome, place, difficulty, note, activated, channel, withdrawnAt, openedAt, furthest,
            team.name AS teamName, helpSession.team, member.name AS memberName, member.code AS memberCode, reviewState.state AS review
        FROM \(tables)
        """

    /// The query of a page; how many rows is its last argument.
    static func pageQuery(_ condition: Condition) -> String {
        select + " WHERE \(condition.sql) ORDER BY day DESC, helpSession.id DESC LIMIT ?"
    }

    static func find(_ number: Int64, for member: SignedIn, in db: GRDB.Database) throws -> LogRow? {
        guard let row = try db.row(select + " WHERE helpSession.id = ?", [number]).flatMap(row) else { return nil }
        return member.scope.sees(sessionOf: row.teamCode, by: row.memberCode) ? row : nil
    }

    static func condition(_ filter: LogFilter, for member: SignedIn, in db: GRDB.Database) throws -> Condition {
        var condition = try Condition.sessions(of: member, try filter.team.map { try TeamStore.atOrBelow($0, in: db) })
        func equal(_ column: String, _ value: String?) {
            if let value { condition.and("\(column) = ?", [value]) }
        }
        if let from = filter.from { condition.and("day >= ?", [from.description]) }
        if let to = filter.to { condition.and("day <= ?", [to.description]) }
        equal("member.code", filter.member)
        equal("guide", filter.guide)
        equal("kind", filter.kind?.rawValue)
        equal("channel", filter.channel)
        switch filter.ending {
        case .withdrawn: condition.and("withdrawnAt IS NOT NULL")
        case .open: condition.and("closedAt IS NULL AND withdrawnAt IS NULL")
        case .outcome(let outcome): condition.and("outcome = ? AND withdrawnAt IS NULL", [outcome.rawValue])
        case nil: condition.and("withdrawnAt IS NULL")
        }
        if let review = filter.review {
            condition.and(review == .open ? "reviewState.state IS NULL" : "reviewState.state = ?", review == .open ? [] : [review.rawValue])
        }
        if let words = filter.text.flatMap(Dialect.wordQuery) { condition.and(Dialect.hasWords, [words]) }
        return condition
    }

    private static func row(_ row: Row) -> LogRow? {
        guard let kind = HelpSession.Kind(rawValue: row["kind"]), let day = Day(row["day"] as String) else { return nil }
        let entry = HelpEntry(
            kind: kind, guide: row["guide"], people: row["people"], day: day, outcome: (row["outcome"] as String?).flatMap(HelpSession.Outcome.init),
            place: row["place"], difficulty: row["difficulty"], note: row["note"], isActivated: row["activated"])
        return LogRow(
            number: row["id"], entry: entry, channel: row["channel"], team: row["teamName"], teamCode: row["team"], member: row["memberName"],
            memberCode: row["memberCode"], review: (row["review"] as String?).flatMap(Review.init) ?? .open,
            isWithdrawn: row["withdrawnAt"] as Int64? != nil, openedAt: Time.date(row["openedAt"]), furthest: row["furthest"])
    }
}

extension Store {
    public var helpLog: HelpLog { HelpLog(pool: pool) }
}
