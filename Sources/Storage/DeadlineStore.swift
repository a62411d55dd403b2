import Foundation
import GRDB
import HelpDesk

/// Times at which something is to happen, as rows.
enum DeadlineStore {
    /// Takes the place of an earlier one of the same kind and subject.
    static func set(_ deadline: Deadline, at date: Date, for person: Int64, in db: GRDB.Database) throws {
        try db.run(
            """
            INSERT INTO deadline (person, kind, subject, dueAt) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, subject) DO UPDATE SET person = excluded.person, dueAt = excluded.dueAt
            """,
            [person, deadline.kind.rawValue, deadline.subject, Time.milliseconds(date)])
    }

    static func drop(_ kinds: [Deadline.Kind], of subject: Int64, in db: GRDB.Database) throws {
        for kind in kinds { try db.run("DELETE FROM deadline WHERE kind = ? AND subject = ?", [kind.rawValue, subject]) }
    }

    /// Takes the row away, in the turn that it begins.
    /// - Returns: false where it is gone already or was put off in the meantime.
    static func take(_ deadline: Deadline, at date: Date, in db: GRDB.Database) throws -> Bool {
        try db.run(
            "DELETE FROM deadline WHERE kind = ? AND subject = ? AND dueAt <= ?",
            [deadline.kind.rawValue, deadline.subject, Time.milliseconds(date)])
        return db.changesCount > 0
    }

    /// What is due, the oldest first.
    static func due(at date: Date, limit: Int, in db: GRDB.Database) throws -> [DueDeadline] {
        try db.rows(
            """
            SELECT deadline.kind, subject, dueAt, person.channel, person.account, person.name FROM deadline JOIN person ON person.id = deadline.person
            WHERE dueAt <= ? ORDER BY dueAt LIMIT ?
            """,
            [Time.milliseconds(date), limit]
        ).compactMap { row in
            guard let kind = Deadline.Kind(rawValue: row["kind"]) else { return nil }
            return DueDeadline(
                deadline: Deadline(kind, of: row["subject"]),
                address: PersonAddress(channel: row["channel"], account: row["account"], name: row["name"]), dueAt: Time.date(row["dueAt"]))
        }
    }
}
