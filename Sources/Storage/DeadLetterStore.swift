import GRDB

/// What was given up, for a person to see and to send again.
enum DeadLetterStore {
    static func all(limit: Int, in db: GRDB.Database) throws -> [DeadLetter] {
        try db.rows(
            """
            SELECT outbox.id, person, channel, account, queuedAt, coalesce(endedAt, queuedAt) AS endedAt, coalesce(lastError, '') AS reason
            FROM outbox JOIN person ON person.id = outbox.person WHERE state = 'given-up' ORDER BY outbox.id LIMIT ?
            """,
            [limit]
        ).map { row in
            DeadLetter(
                id: row["id"], person: row["person"], channel: row["channel"], account: row["account"], queuedAt: Time.date(row["queuedAt"]),
                givenUpAt: Time.date(row["endedAt"]), reason: row["reason"])
        }
    }

    static func standing(in db: GRDB.Database) throws -> OutboxStanding {
        let waiting = try db.rows(
            """
            SELECT delivery.channel, delivery.account, count(*) AS replies, min(queuedAt) AS oldest
            FROM delivery JOIN outbox ON outbox.person = delivery.person AND state = 'waiting' GROUP BY delivery.channel, delivery.account
            """)
        let stops = try db.rows("SELECT channel, account, since, reason FROM channelStop ORDER BY channel, account")
        return OutboxStanding(
            waiting: waiting.map {
                .init(channel: $0["channel"], account: $0["account"], replies: $0["replies"], oldest: Time.date($0["oldest"]))
            },
            stops: stops.map { .init(channel: $0["channel"], account: $0["account"], since: Time.date($0["since"]), reason: $0["reason"]) })
    }

    /// Puts a reply that was given up in the line again, as one that is never left out; the parts that were sent stay sent.
    /// - Returns: false where there is no such one.
    static func resend(_ id: Int64, in db: GRDB.Database) throws -> Bool {
        let row = try db.row(
            """
            UPDATE outbox SET state = 'waiting', kind = iif(kind = 'answer', 'message', kind), attempts = 0, doubts = 0, endedAt = NULL
            WHERE id = ? AND state = 'given-up' RETURNING person
            """,
            [id])
        guard let person: Int64 = row?["person"] else { return false }
        try db.run("UPDATE person SET unreachableSince = NULL WHERE id = ?", [person])
        try OutboxStore.schedule(person, in: db)
        return true
    }

    static func liftStop(of channel: String, _ account: String, in db: GRDB.Database) throws {
        try db.run("DELETE FROM channelStop WHERE channel = ? AND account = ?", [channel, account])
    }

    static func liftStops(in db: GRDB.Database) throws {
        try db.run("DELETE FROM channelStop")
    }
}

extension Store {
    /// Replies that were given up, the oldest first.
    public func deadLetters(limit: Int = .max) async throws -> [DeadLetter] {
        try await pool.read { db in try DeadLetterStore.all(limit: limit, in: db) }
    }

    public func outboxStanding() async throws -> OutboxStanding {
        try await pool.read { db in try DeadLetterStore.standing(in: db) }
    }

    /// Takes up a channel again that was stopped: what it lacked is there.
    public func takeUp(_ channel: String, account: String) async throws {
        try await pool.write { db in try DeadLetterStore.liftStop(of: channel, account, in: db) }
        queued.ring()
    }

    /// Sends replies again that were given up, and takes up the channels again that were stopped: a person has looked.
    /// - Returns: the ids of those that are in the line again.
    public func resend(_ ids: [Int64]) async throws -> [Int64] {
        let resent = try await pool.write { db in
            try DeadLetterStore.liftStops(in: db)
            return try ids.filter { try DeadLetterStore.resend($0, in: db) }
        }
        queued.ring()
        return resent
    }
}
