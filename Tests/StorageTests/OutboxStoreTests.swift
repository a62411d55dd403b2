import Dialogue
import Foundation
import GRDB
import HelpDesk
import Support
import Testing
import Vietnamese

@testable import Storage

struct OutboxStoreTests {
    private static func lease(_ fixture: StoreFixture, limit: Int = 99) async throws -> [String] {
        try await fixture.store.lease(
            "thử", account: "", window: nil, limit: limit, until: StoreFixture.start.addingTimeInterval(120), at: StoreFixture.start
        ).map(\.reply.text)
    }

    private static func queue(_ text: String, _ name: String, as kind: OutboxKind, _ fixture: StoreFixture) async throws {
        try await fixture.store.pool.write { db in
            let person = try PersonStore.person(PersonAddress(channel: "thử", name: name), at: StoreFixture.start, in: db)
            try PersonStore.queue(Reply(text: text), to: person, as: kind, at: StoreFixture.start, in: db)
        }
    }

    @Test func `Whose turn it is, is answered by the index alone, however many wait`() throws {
        let fixture = try StoreFixture()
        let plan = try fixture.store.pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + DeliveryStore.due, arguments: ["thử", "", 0, 0, 10]).map { $0["detail"] as String }
        }
        #expect(plan.count == 1)
        #expect(plan.first?.contains("USING INDEX delivery_due (channel=? AND account=? AND priority=? AND dueAt<?)") == true)
    }

    @Test func `Replies go before announcements, also to the same person`() async throws {
        let fixture = try StoreFixture()
        try await Self.queue("thông báo", "a", as: .announcement, fixture)
        try await Self.queue("thông báo", "b", as: .announcement, fixture)
        try await Self.queue("trả lời", "b", as: .answer, fixture)
        #expect(try await Self.lease(fixture) == ["trả lời", "thông báo"])
    }

    @Test func `Two who lease at once never get the same person`() async throws {
        let fixture = try StoreFixture()
        for name in 0..<40 { try await Self.queue("lời \(name)", "\(name)", as: .answer, fixture) }
        let leased = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { try await Self.lease(fixture, limit: 7) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(leased.count == 40)
        #expect(Set(leased).count == 40)
    }

    @Test func `A person who deleted everything gets the last reply and nothing from before`() async throws {
        let fixture = try StoreFixture { event, _ in
            guard case .text(let text, _) = event.input, text.text == "xóa" else { return [.reply(Reply(text: "trước"))] }
            return [.forget, .reply(Reply(text: "đã xóa"))]
        }
        _ = try await fixture.store.take(StoreFixture.turn("a", id: "1"))
        let under = try await fixture.store.lease(
            "thử", account: "", window: nil, limit: 1, until: StoreFixture.start.addingTimeInterval(120), at: StoreFixture.start)
        _ = try await fixture.store.take(StoreFixture.turn("xóa", id: "2"))
        #expect(try await Self.lease(fixture) == [])
        let delivery = try #require(under.first)
        try await fixture.store.settle(Settlement(delivery, .sent(isLast: true), at: StoreFixture.start, freeAt: StoreFixture.start))
        #expect(try await Self.lease(fixture) == ["đã xóa"])
    }

    @Test func `What waited before deliveries came into the database is delivered too`() async throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(folder.url)
        let pool = try DatabasePool(path: data.database.path)
        let before = Schema.migrator.migrations.prefix { $0 != "delivery" }
        try Schema.migrator.migrate(pool, upTo: try #require(before.last))
        try await pool.write { db in
            for (id, channel) in [(1, "thử"), (2, "web")] {
                try db.execute(
                    sql: "INSERT INTO person (id, channel, account, name, replies, firstSeenAt, lastSeenAt) VALUES (?, ?, '', 'a', 1, 0, 0)",
                    arguments: [id, channel])
                try db.execute(
                    sql: "INSERT INTO outbox (person, number, reply, queuedAt) VALUES (?, 1, '{\"text\":\"cũ\",\"choices\":[]}', 0)", arguments: [id])
            }
        }
        try pool.close()
        let fixture = try StoreFixture(folder)
        #expect(try await Self.lease(fixture) == ["cũ"])
        #expect(try fixture.count("SELECT count(*) FROM delivery") == 1)
    }

    @Test func `A reply that cannot be read any more is given up, and the next one goes`() async throws {
        let fixture = try StoreFixture()
        try await Self.queue("một", "a", as: .answer, fixture)
        try await Self.queue("hai", "a", as: .answer, fixture)
        try await fixture.store.pool.write { db in try db.execute(sql: "UPDATE outbox SET reply = '{}' WHERE number = 1") }
        #expect(try await Self.lease(fixture) == ["hai"])
        #expect(try await fixture.store.deadLetters().map(\.reason) == ["it cannot be read"])
    }
}
