public import Dialogue
public import Foundation
import GRDB
import HelpDesk
public import Vietnamese

/// What coordinators say of entries of the log: many at once, and undone as easily.
public struct Reviews: Sendable {
    let pool: DatabasePool

    /// Marks those of the entries that the member may review, all or nothing.
    ///
    /// - Parameters:
    ///   - note: for the member whose entry it is.
    ///   - reply: what that member is told in the chat; nil where nothing.
    /// - Returns: the number under which it can be undone, and how many were marked.
    public func mark(
        _ numbers: [Int64], _ state: Review, note: MaskedText? = nil, by member: SignedIn, at date: Date, telling reply: @Sendable (LogRow) -> Reply?
    ) async throws -> (batch: Int64, count: Int) {
        try await pool.write { db in
            let batch = Time.milliseconds(date)
            var marked: [Int64] = []
            for number in numbers where member.scope.isWide {
                guard let row = try HelpLog.find(number, for: member, in: db), member.scope.sees(team: row.teamCode),
                    row.review != state || note != nil
                else { continue }
                try Self.set(number, state, note: note?.text, batch: batch, by: member, in: db)
                marked.append(number)
                if let reply = reply(row) { try Self.tell(row, reply, at: date, in: db) }
            }
            try Audit.add(.review, of: marked, by: member, at: date, in: db)
            return (batch, marked.count)
        }
    }

    /// How many entries were marked under a number, by this member.
    public func count(of batch: Int64, by member: SignedIn) async throws -> Int {
        try await pool.read { db in
            try db.row("SELECT count(*) AS count FROM review WHERE batch = ? AND member = ?", [batch, member.id])?["count"] ?? 0
        }
    }

    /// Puts back what the member's own marking changed, where nobody has marked the entry since.
    /// - Returns: how many entries are as they were before.
    public func undo(_ batch: Int64, by member: SignedIn, at date: Date) async throws -> Int {
        try await pool.write { db in
            let rows = try db.rows(
                """
                SELECT session, (SELECT state FROM review AS earlier WHERE earlier.session = review.session AND earlier.id < review.id
                    ORDER BY earlier.id DESC LIMIT 1) AS before
                FROM review WHERE batch = ? AND member = ?
                    AND id = (SELECT max(id) FROM review AS newest WHERE newest.session = review.session)
                """,
                [batch, member.id])
            for row in rows {
                let before = (row["before"] as String?).flatMap(Review.init) ?? .open
                try Self.set(row["session"], before, note: nil, batch: Time.milliseconds(date), by: member, in: db)
            }
            try Audit.add(.undoReview, of: rows.map { $0["session"] }, by: member, at: date, in: db)
            return rows.count
        }
    }

    private static func set(_ session: Int64, _ state: Review, note: String?, batch: Int64, by member: SignedIn, in db: GRDB.Database) throws {
        try db.run(
            "INSERT INTO review (session, state, note, member, at, batch) VALUES (?, ?, ?, ?, ?, ?)",
            [session, state.rawValue, note, member.id, batch, batch])
        if state == .open {
            try db.run("DELETE FROM reviewState WHERE session = ?", [session])
        } else {
            try db.run(
                "INSERT INTO reviewState (session, state) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET state = excluded.state",
                [session, state.rawValue])
        }
    }

    /// To the account that the member used last, where one can be written to.
    private static func tell(_ row: LogRow, _ reply: Reply, at date: Date, in db: GRDB.Database) throws {
        let account = try db.row(
            """
            SELECT person.id FROM account JOIN member ON member.id = account.member JOIN person ON person.id = account.person
            WHERE member.code = ? AND unreachableSince IS NULL AND person.name NOT LIKE 'ended:%' ORDER BY lastSeenAt DESC LIMIT 1
            """,
            [row.memberCode])
        if let person: Int64 = account?["id"] { try PersonStore.queue(reply, to: person, at: date, in: db) }
    }
}

extension Store {
    public var reviews: Reviews { Reviews(pool: pool) }
}
