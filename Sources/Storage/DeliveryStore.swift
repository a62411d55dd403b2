import Dialogue
public import Foundation
import GRDB
import HelpDesk

/// Leases and their settlement.
enum DeliveryStore {
    /// People looked at in one transaction at most, so that it stays short.
    private static let slice = 200

    /// See ``Store/lease(_:account:window:limit:until:at:)``.
    static func lease(
        _ channel: String, _ account: String, window: Double?, limit: Int, until end: Date, at date: Date,
        _ openTelephone: (SealedTelephone) -> String?, in db: GRDB.Database
    ) throws -> [Delivery] {
        let now = Time.milliseconds(date)
        guard try db.row("SELECT 1 FROM channelStop WHERE channel = ? AND account = ?", [channel, account]) == nil else { return [] }
        let late = "SELECT person, leased FROM delivery WHERE channel = ? AND account = ? AND leasedUntil <= ?"
        for row in try db.rows(late, [channel, account, now]) { try reclaim(row["person"], row["leased"], at: now, in: db) }

        var deliveries: [Delivery] = []
        for priority in 0...1 {
            for row in try db.rows(due, [channel, account, priority, now, slice]) where deliveries.count < limit {
                guard let delivery = try next(for: row["person"], window: window, at: date, openTelephone, in: db) else { continue }
                try db.run(
                    "UPDATE delivery SET leased = ?, leasedUntil = ? WHERE person = ?",
                    [delivery.number, Time.milliseconds(end), delivery.person])
                deliveries.append(delivery)
            }
        }
        return deliveries
    }

    /// Whose turn it is; answered by one range of one index.
    static let due = """
        SELECT person FROM delivery WHERE channel = ? AND account = ? AND priority = ? AND leasedUntil IS NULL AND dueAt <= ?
        ORDER BY dueAt, id LIMIT ?
        """

    /// What goes to a person next; nil where nothing does, and then the delivery is gone.
    private static func next(
        for person: Int64, window: Double?, at date: Date, _ openTelephone: (SealedTelephone) -> String?, in db: GRDB.Database
    ) throws -> Delivery? {
        let now = Time.milliseconds(date)
        guard let who = try db.row("SELECT channel, account, name, lastSeenAt, unreachableSince FROM person WHERE id = ?", [person]) else {
            return nil
        }
        if (who["unreachableSince"] as Int64?) != nil {
            try OutboxStore.giveUpAll(of: person, because: "the person cannot be reached any more", at: now, in: db)
        } else if let window, now - (who["lastSeenAt"] as Int64) > Int64(window * 1000) {
            try OutboxStore.giveUpAll(
                of: person, because: "the person's last word is too long ago: the platform takes nothing any more", at: now, in: db)
        } else {
            try OutboxStore.collapse(person, at: now, in: db)
        }
        while let row = try db.row(head, [person]) {
            guard let reply = try? JSON.value(Reply.self, row["reply"]) else {
                try OutboxStore.giveUp(row["number"], to: person, because: "it cannot be read", at: now, in: db)
                continue
            }
            return Delivery(
                id: row["id"], person: person, number: row["number"],
                address: PersonAddress(channel: who["channel"], account: who["account"], name: who["name"]),
                reply: try HandOverStore.filled(reply, to: person, openTelephone, in: db), queuedAt: Time.date(row["queuedAt"]), part: row["part"],
                plainFrom: row["plainFrom"], attempts: row["attempts"])
        }
        try db.run("DELETE FROM delivery WHERE person = ?", [person])
        return nil
    }

    private static let head = """
        SELECT id, number, reply, queuedAt, part, plainFrom, attempts FROM outbox WHERE person = ? AND state = 'waiting' ORDER BY priority, number LIMIT 1
        """

    /// A lease that nobody settled: the send was under way when the process or the disk failed.
    private static func reclaim(_ person: Int64, _ number: Int, at time: Int64, in db: GRDB.Database) throws {
        try OutboxStore.doubt(number, to: person, because: "the service stopped while it was being sent", at: time, in: db)
        try OutboxStore.advance(person, leased: number, dueAt: 0, in: db)
    }

    /// See ``Store/beginDelivering(_:account:at:)``.
    static func begin(_ channel: String, _ account: String, at date: Date, in db: GRDB.Database) throws {
        let now = Time.milliseconds(date)
        let leased = "SELECT person, leased FROM delivery WHERE channel = ? AND account = ? AND leasedUntil IS NOT NULL"
        for row in try db.rows(leased, [channel, account]) { try reclaim(row["person"], row["leased"], at: now, in: db) }
        try db.run("DELETE FROM channelStop WHERE channel = ? AND account = ?", [channel, account])
        try mendDueTimes(channel, account, after: now + 86_400_000, in: db)
    }

    /// Due times that a wrong clock wrote would hold people up for as long as the clock was wrong.
    static func mendDueTimes(_ channel: String, _ account: String, after time: Int64, in db: GRDB.Database) throws {
        try db.run("UPDATE delivery SET dueAt = 0 WHERE channel = ? AND account = ? AND dueAt > ?", [channel, account, time])
        try db.run("UPDATE person SET freeAt = 0 WHERE channel = ? AND account = ? AND freeAt > ?", [channel, account, time])
    }

    static func settle(_ settlement: Settlement, in db: GRDB.Database) throws {
        let (delivery, at) = (settlement.delivery, Time.milliseconds(settlement.at))
        let (person, number) = (delivery.person, delivery.number)
        var dueAt = Time.milliseconds(settlement.freeAt)
        switch settlement.outcome {
        case .sent(let isLast):
            try db.run(
                """
                UPDATE outbox SET part = part + 1, attempts = 0, doubts = 0, lastError = NULL, state = iif(?, 'sent', state), endedAt = iif(?, ?, NULL)
                WHERE person = ? AND number = ? AND state = 'waiting'
                """,
                [isLast, isLast, at, person, number])
        case .plain: try db.run("UPDATE outbox SET plainFrom = part WHERE person = ? AND number = ?", [person, number])
        case .again(let date, let reason, let mayHaveArrived):
            dueAt = Time.milliseconds(date)
            if mayHaveArrived {
                try OutboxStore.doubt(number, to: person, because: reason, at: at, in: db)
            } else {
                try db.run("UPDATE outbox SET attempts = attempts + 1, lastError = ? WHERE person = ? AND number = ?", [reason, person, number])
            }
        case .untried(let date): dueAt = Time.milliseconds(date)
        case .givenUp(let reason): try OutboxStore.giveUp(number, to: person, because: reason, at: at, in: db)
        case .unreachable(let reason):
            try db.run("UPDATE person SET unreachableSince = ? WHERE id = ? AND lastSeenAt <= ?", [at, person, at])
            try OutboxStore.giveUpAll(of: person, because: reason, at: at, in: db)
        case .channelStopped(let reason):
            let address = delivery.address
            try db.run("UPDATE outbox SET lastError = ? WHERE person = ? AND number = ?", [reason, person, number])
            try db.run(
                "INSERT INTO channelStop (channel, account, since, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [address.channel, address.account, at, reason])
        }
        try db.run("UPDATE person SET freeAt = ? WHERE id = ?", [Time.milliseconds(settlement.freeAt), person])
        try OutboxStore.advance(person, leased: number, dueAt: dueAt, in: db)
    }
}

extension Store {
    /// Begins a run of deliveries over a channel: whatever was under way when the last run ended may have arrived or not and is
    /// tried once more; a stop of the channel is lifted, because starting the service is a way of looking.
    ///
    /// Only for the one service that holds the data folder's lock.
    public func beginDelivering(_ channel: String, account: String, at date: Date) async throws {
        try await pool.write { db in try DeliveryStore.begin(channel, account, at: date, in: db) }
    }

    /// Takes what is due for sending, one reply for each of so many people: replies before announcements, each person's in
    /// order. What cannot be delivered any more is given up on the way, with its reason.
    ///
    /// - Parameters:
    ///   - window: how long after a person's last word the platform takes messages, in seconds; nil where for ever.
    ///   - end: when a lease that was not settled runs out.
    public func lease(
        _ channel: String, account: String, window: Double?, limit: Int, until end: Date, at date: Date
    ) async throws -> [Delivery] {
        try await pool.write { db in
            try DeliveryStore.lease(channel, account, window: window, limit: limit, until: end, at: date, openTelephone, in: db)
        }
    }

    /// When the next delivery of a channel is due; nil where none waits.
    public func nextDelivery(_ channel: String, account: String) async throws -> Date? {
        try await pool.read { db in
            let sql = """
                SELECT min(dueAt) AS due FROM delivery WHERE channel = ? AND account = ? AND leasedUntil IS NULL
                    AND NOT EXISTS (SELECT 1 FROM channelStop AS stop WHERE stop.channel = delivery.channel AND stop.account = delivery.account)
                """
            return try db.row(sql, [channel, account]).flatMap { ($0["due"] as Int64?).map(Time.date) }
        }
    }

    /// Writes what became of a delivery, together with all others that wait to be written.
    public func settle(_ settlement: Settlement) async throws {
        try await settlements.submit(settlement)
    }

    /// After the clock went back: nobody waits until it is again as late as it was.
    public func mendDueTimes(_ channel: String, account: String, at date: Date) async throws {
        try await pool.write { db in try DeliveryStore.mendDueTimes(channel, account, after: Time.milliseconds(date), in: db) }
    }
}
