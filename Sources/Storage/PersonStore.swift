import Dialogue
import Foundation
import GRDB
import HelpDesk

/// People by their addresses, and the replies queued to them.
enum PersonStore {
    /// The person's row, made where they write for the first time; whoever writes can be written to again.
    static func person(_ address: PersonAddress, at date: Date, isFromPerson: Bool = true, in db: GRDB.Database) throws -> Int64 {
        if !isFromPerson, let id: Int64 = try find(address, in: db)?["id"] { return id }
        let time = Time.milliseconds(date)
        let row = try db.row(
            """
            INSERT INTO person (channel, account, name, firstSeenAt, lastSeenAt) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (channel, account, name) DO UPDATE SET lastSeenAt = max(lastSeenAt, excluded.lastSeenAt), unreachableSince = NULL
            RETURNING id
            """,
            [address.channel, address.account, address.name, time, time]
        )
        guard let id: Int64 = row?["id"] else { throw DatabaseError(message: "no person after an upsert") }
        return id
    }

    static func find(_ address: PersonAddress, in db: GRDB.Database) throws -> Row? {
        try db.row(
            "SELECT id, lastSeenAt FROM person WHERE channel = ? AND account = ? AND name = ?", [address.channel, address.account, address.name])
    }

    /// Replies to one person are numbered without a gap: the number is their order and the web page's cursor.
    ///
    /// - Parameter author: whose words they are, where they are another person's: they go when that person's data does.
    static func queue(
        _ reply: Reply, to person: Int64, as kind: OutboxKind = .answer, author: Int64? = nil, at date: Date, in db: GRDB.Database
    ) throws {
        let row = try db.row("UPDATE person SET replies = replies + 1 WHERE id = ? RETURNING replies", [person])
        guard let number: Int = row?["replies"] else { throw DatabaseError(message: "no person \(person) to reply to") }
        try db.run(
            "INSERT INTO outbox (person, number, reply, queuedAt, kind, priority, author) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [person, number, try JSON.text(reply), Time.milliseconds(date), kind.rawValue, kind.priority, author]
        )
        try OutboxStore.schedule(person, in: db)
    }

    /// What a page has shown is delivered.
    static func acknowledge(_ number: Int, person: Int64, in db: GRDB.Database) throws {
        try db.run("UPDATE outbox SET state = 'sent' WHERE person = ? AND number <= ? AND state = 'waiting'", [person, number])
    }

    /// Deletes all texts of a person and unties what is counted from them. The address alone stays, to deliver the last
    /// reply; it goes with the retention time, or at once where the channel gives it up.
    static func forget(_ person: Int64, in db: GRDB.Database) throws {
        for sql in [
            """
            UPDATE handOver SET state = 'closed', closedAt = coalesce(closedAt, openedAt), outcome = coalesce(outcome, 'left'), leaseUntil = NULL,
                telephone = NULL, question = NULL, citizen = NULL WHERE citizen = ?
            """,
            "DELETE FROM outbox WHERE author = ?",
            "UPDATE question SET person = NULL WHERE person = ?",
            "UPDATE helpSession SET person = NULL WHERE person = ?",
            "DELETE FROM utterance WHERE person = ?",
            "DELETE FROM conversation WHERE person = ?",
            "DELETE FROM outbox WHERE person = ?",
            "DELETE FROM failedTurn WHERE person = ?",
        ] {
            try db.run(sql, [person])
        }
    }

    /// Takes the address away from a person, so that nobody can open their conversation any more.
    static func endVisit(_ address: PersonAddress, in db: GRDB.Database) throws {
        try db.run(
            "UPDATE person SET name = 'ended:' || id WHERE channel = ? AND account = ? AND name = ?",
            [address.channel, address.account, address.name]
        )
    }
}
