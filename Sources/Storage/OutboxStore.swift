import Foundation
import GRDB

/// The outbox row by row: what waits, what is given up, and whose turn it is.
///
/// A row is named by its person and number: SQLite gives the id of a deleted row to another one.
enum OutboxStore {
    /// Gives a person's waiting replies a delivery; nothing for the web page, which reads them itself.
    static func schedule(_ person: Int64, in db: GRDB.Database) throws {
        guard let priority = try nextPriority(of: person, in: db) else { return }
        try db.run(
            """
            INSERT INTO delivery (person, channel, account, priority, dueAt) SELECT id, channel, account, ?, freeAt FROM person WHERE id = ? AND channel <> 'web'
            ON CONFLICT (person) DO UPDATE SET priority = excluded.priority
            """,
            [priority, person])
    }

    private static func nextPriority(of person: Int64, in db: GRDB.Database) throws -> Int? {
        try db.row("SELECT priority FROM outbox WHERE person = ? AND state = 'waiting' ORDER BY priority, number LIMIT 1", [person])?["priority"]
    }

    /// Ends a lease: what waits next goes out from `dueAt` on; where nothing waits there is no delivery any more.
    static func advance(_ person: Int64, leased number: Int, dueAt: Int64, in db: GRDB.Database) throws {
        guard let priority = try nextPriority(of: person, in: db) else {
            return try db.run("DELETE FROM delivery WHERE person = ? AND leased = ?", [person, number])
        }
        try db.run(
            "UPDATE delivery SET leased = NULL, leasedUntil = NULL, priority = ?, dueAt = ? WHERE person = ? AND leased = ?",
            [priority, dueAt, person, number])
    }

    static func giveUp(_ number: Int, to person: Int64, because reason: String, at time: Int64, in db: GRDB.Database) throws {
        try db.run(
            "UPDATE outbox SET state = 'given-up', lastError = ?, endedAt = ? WHERE person = ? AND number = ? AND state = 'waiting'",
            [reason, time, person, number])
    }

    static func giveUpAll(of person: Int64, because reason: String, at time: Int64, in db: GRDB.Database) throws {
        try db.run(
            "UPDATE outbox SET state = 'given-up', lastError = ?, endedAt = ? WHERE person = ? AND state = 'waiting'", [reason, time, person])
    }

    /// One try with an outcome that nobody knows; the second one is the last (promise 2).
    static func doubt(_ number: Int, to person: Int64, because reason: String, at time: Int64, in db: GRDB.Database) throws {
        let row = try db.row(
            """
            UPDATE outbox SET attempts = attempts + 1, doubts = doubts + 1, lastError = ?
            WHERE person = ? AND number = ? AND state = 'waiting' RETURNING doubts
            """,
            [reason, person, number])
        guard let doubts: Int = row?["doubts"], doubts > 1 else { return }
        try giveUp(number, to: person, because: "it may have arrived or not, twice: \(reason)", at: time, in: db)
    }

    /// After an outage, answers that the conversation has left behind are not sent: where more than three wait and the oldest
    /// has waited for five minutes, those of the person's latest turn stand for all. The others are given up, not deleted.
    static func collapse(_ person: Int64, at time: Int64, in db: GRDB.Database) throws {
        let waiting = "person = ? AND state = 'waiting' AND priority = 0 AND kind = 'answer'"
        let row = try db.row("SELECT count(*) AS number, min(queuedAt) AS oldest, max(queuedAt) AS latest FROM outbox WHERE \(waiting)", [person])
        guard let number: Int = row?["number"], number > 3, let oldest: Int64 = row?["oldest"], let latest: Int64 = row?["latest"],
            time - oldest >= 300_000
        else { return }
        try db.run(
            "UPDATE outbox SET state = 'given-up', lastError = ?, endedAt = ? WHERE \(waiting) AND queuedAt < ?",
            ["stale: the conversation went on without it", time, person, latest])
    }
}
