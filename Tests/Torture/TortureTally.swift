import Channels
import Dialogue
import Foundation
import GRDB
import HelpDesk
import Storage
import Support

/// What became of everything that people sent and were to get, counted after the last life has ended.
struct TortureTally: Sendable, CustomStringConvertible {
    var kills = 0
    /// Updates that were answered with 200, and those of them that are on disk.
    var acknowledged = 0
    var stored = 0
    /// Messages that were under way at two kills: kept apart, to be replayed.
    var setAside = 0
    /// Replies in the outbox, those that arrived whole, and those that were given up and are listed.
    var replies = 0
    var arrived = 0
    var givenUp = 0
    var sentTwice = 0
    /// Updates without a turn, turns without question and reply, replies that neither arrived nor are listed.
    var lost = 0
    var outOfOrder = 0
    var sessions = 0
    /// Sessions, or steps of one, that are there twice, and turns.
    var doubled = 0

    var isClean: Bool { lost == 0 && doubled == 0 && outOfOrder == 0 }

    var description: String {
        let rows: [(String, Int)] = [
            ("kills", kills), ("acknowledged", acknowledged), ("stored", stored), ("set aside", setAside), ("replies", replies), ("arrived", arrived),
            ("given up and listed", givenUp), ("sent more than once", sentTwice), ("sessions", sessions), ("lost", lost),
            ("out of order", outOfOrder), ("doubled", doubled),
        ]
        return rows.map { $0.0.padding(toLength: 22, withPad: " ", startingAt: 0) + String($0.1) }.joined(separator: "\n")
    }

    /// - Parameter listed: what `tungngo outbox list` prints.
    init(kills: Int, people: TorturedPeople, platform: RecordingTelegram, data: URL, listed: String) async throws {
        self.kills = kills
        let database = try DatabaseQueue(path: data.appending(path: "tungngo.sqlite").path)
        try await countMessages(people, in: database)
        try await countSessions(in: database)
        try await countReplies(platform.arrived, listed: listed, data: data, in: database)
    }

    private mutating func countMessages(_ people: TorturedPeople, in database: DatabaseQueue) async throws {
        let known = Set(try await Self.texts("SELECT id FROM message", in: database))
        let failed = Set(try await Self.texts("SELECT message FROM failedTurn", in: database))
        let said = try await Self.texts("SELECT text FROM utterance", in: database)
        let kept = Set(said)
        acknowledged = people.acknowledged.count
        for update in people.acknowledged {
            let id = String(update)
            if failed.contains(id) {
                setAside += 1
            } else if known.contains(id), people.texts[update].map(kept.contains) ?? true {
                stored += 1
            } else {
                lost += 1
            }
        }
        // A pressed button is an utterance too, with the button's words.
        let typed = Set(people.texts.values)
        doubled += said.filter(typed.contains).count - kept.intersection(typed).count + max(said.count - known.count, 0)
        lost += try await Self.texts(
            "SELECT u.text FROM utterance u LEFT JOIN question q ON q.utterance = u.id WHERE q.id IS NULL", in: database
        ).count(where: typed.contains)
    }

    private mutating func countSessions(in database: DatabaseQueue) async throws {
        sessions = try await Self.texts("SELECT id FROM helpSession", in: database).count
        doubled += try await Self.texts("SELECT person FROM helpSession GROUP BY person, guide HAVING count(*) > 1", in: database).count
        doubled += try await Self.texts("SELECT session FROM helpSessionEvent GROUP BY session, kind, step HAVING count(*) > 1", in: database).count
        // Half a session: one that does not say how it was opened.
        lost += try await Self.texts(
            "SELECT id FROM helpSession AS s WHERE NOT EXISTS (SELECT 1 FROM helpSessionEvent WHERE session = s.id AND kind = 'opened')", in: database
        ).count
    }

    private mutating func countReplies(_ arrived: [String: [Data]], listed: String, data: URL, in database: DatabaseQueue) async throws {
        let store = try Store(folder: DataFolder(data), apology: Reply(text: "")) { _, _ in [] }
        defer { try? store.close() }
        // Only the bodies count, so the address may be any.
        let telegram = Telegram(
            TelegramAccount(token: Credential(TorturedService.token), webhookSecret: Credential("made-up-telegram"), apiURL: data))
        let letters = Set(listed.split(separator: "\n").compactMap { $0.split(separator: "\t").first.map(String.init) })
        for name in try await Self.texts("SELECT name FROM person", in: database) {
            let address = PersonAddress(channel: "telegram", name: name)
            let states = try await Self.states(of: name, in: database)
            var messages: [(row: Int, body: Data)] = []
            for reply in try await store.replies(to: address, after: 0) {
                messages += telegram.requests(for: reply.reply, to: address).map { (reply.number, $0.body) }
            }
            let missing = follow(arrived[name] ?? [], messages)
            for (number, state) in states {
                replies += 1
                let isListed = state.state == "given-up" && letters.contains(state.id)
                if isListed { givenUp += 1 }
                if !missing.contains(number) { self.arrived += 1 } else if !isListed { lost += 1 }
            }
        }
    }

    /// Goes along what arrived in a chat and along what was to arrive.
    ///
    /// - Returns: the numbers of the replies of which a message has not arrived.
    private mutating func follow(_ arrived: [Data], _ messages: [(row: Int, body: Data)]) -> Set<Int> {
        var missing: Set<Int> = []
        var next = 0
        for body in arrived {
            if let place = messages[next...].firstIndex(where: { $0.body == body }) {
                missing.formUnion(messages[next..<place].map(\.row))
                next = place + 1
            } else if next > 0, messages[next - 1].body == body {
                sentTwice += 1
            } else {
                outOfOrder += 1
            }
        }
        return missing.union(messages[next...].map(\.row))
    }

    private static func texts(_ sql: String, in database: DatabaseQueue) async throws -> [String] {
        try await database.read { try String.fetchAll($0, sql: sql) }
    }

    private static func states(of name: String, in database: DatabaseQueue) async throws -> [Int: (id: String, state: String)] {
        let sql = "SELECT number, outbox.id, state FROM outbox JOIN person ON person.id = outbox.person WHERE name = ?"
        return try await database.read { db in
            try Row.fetchAll(db, sql: sql, arguments: [name]).reduce(into: [:]) { states, row in
                states[row["number"]] = (String(row["id"] as Int64), row["state"])
            }
        }
    }
}
