import Dialogue
import Foundation
import HelpDesk
import Support
import Testing
import Vietnamese

@testable import Storage

struct TurnTests {
    private struct Fault: Error {}

    @Test func `The writer is really durable: synchronous is FULL`() throws {
        #expect(try StoreFixture().store.synchronous() == 2)
    }

    @Test func `The same message twice is one turn`() async throws {
        let fixture = try StoreFixture()
        #expect(try await fixture.store.take(StoreFixture.turn("xin chào", id: "1")) == .taken)
        #expect(try await fixture.store.take(StoreFixture.turn("xin chào", id: "1")) == .known)
        #expect(try await fixture.replies() == ["lượt 1"])
        #expect(try fixture.count("SELECT count(*) FROM helpSession") == 1)
        #expect(try fixture.count("SELECT count(*) FROM question") == 1)
    }

    @Test func `The same message twenty times at once is one turn`() async throws {
        let fixture = try StoreFixture()
        let outcomes = try await withThrowingTaskGroup(of: Turn.Outcome.self) { group in
            for _ in 0..<20 { group.addTask { try await fixture.store.take(StoreFixture.turn("xin chào", id: "1")) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .taken } == 1)
        #expect(outcomes.count { $0 == .known } == 19)
        #expect(try await fixture.replies() == ["lượt 1"])
        #expect(try fixture.count("SELECT count(*) FROM helpSession") == 1)
    }

    @Test func `The same id in two channels or accounts is two messages`() async throws {
        let fixture = try StoreFixture()
        for person in [StoreFixture.person, PersonAddress(channel: "thử", account: "hai", name: "x"), PersonAddress(channel: "khác", name: "x")] {
            #expect(try await fixture.store.take(StoreFixture.turn("a", id: "1", person: person)) == .taken)
        }
    }

    @Test func `Two hundred messages at once are all taken, each person's in order`() async throws {
        let fixture = try StoreFixture()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<10 {
                group.addTask {
                    for message in 1...20 {
                        let address = PersonAddress(channel: "thử", name: "\(person)")
                        _ = try await fixture.store.take(StoreFixture.turn("a", id: "\(person)-\(message)", person: address))
                    }
                }
            }
            try await group.waitForAll()
        }
        for person in 0..<10 {
            #expect(try await fixture.replies(to: PersonAddress(channel: "thử", name: "\(person)")) == (1...20).map { "lượt \($0)" })
        }
    }

    @Test func `A turn that throws leaves nothing but its failure and an apology, and the others go on`() async throws {
        let fixture = try StoreFixture { event, situation in
            if case .text(let text, _) = event.input, text.text.contains("hỏng") { throw Fault() }
            return try StoreFixture.echo(event, situation)
        }
        async let good = fixture.store.take(StoreFixture.turn("tốt", id: "1", person: PersonAddress(channel: "thử", name: "khác")))
        async let bad = fixture.store.take(StoreFixture.turn("hỏng rồi", id: "2"))
        #expect(try await good == .taken)
        #expect(try await bad == .failed)
        #expect(try await fixture.replies() == ["xin lỗi"])
        #expect(try fixture.count("SELECT count(*) FROM question") == 1)
        #expect(try await fixture.store.take(StoreFixture.turn("hỏng rồi", id: "2")) == .known)

        let failed = try #require(try await fixture.store.failedTurns().first)
        #expect(failed.message == "2")
        #expect(failed.input == .text(MaskedText(masking: "hỏng rồi")))
        #expect(failed.reason.contains("Fault"))
        try await fixture.store.markReplayed(failed.id, at: StoreFixture.start)
        #expect(try await fixture.store.failedTurns().isEmpty)
    }

    @Test func `What was taken is there when the database is opened again`() async throws {
        let folder = try TemporaryFolder()
        let first = try StoreFixture(folder)
        _ = try await first.store.take(StoreFixture.turn("a", id: "1"))
        try first.store.close()
        let second = try StoreFixture(folder)
        #expect(try await second.replies() == ["lượt 1"])
        #expect(try await second.store.take(StoreFixture.turn("a", id: "1")) == .known)
        #expect(try await second.store.take(StoreFixture.turn("b", id: "2")) == .taken)
        #expect(try await second.replies() == ["lượt 1", "lượt 2"])
    }

    @Test func `A message set aside is kept, apologised for and never run`() async throws {
        let fixture = try StoreFixture { _, _ in throw Fault() }
        let turn = StoreFixture.turn("nổ", id: "9")
        #expect(try await fixture.store.recordCrashes(of: [turn.key]) == [turn.key: 1])
        #expect(try await fixture.store.recordCrashes(of: [turn.key]) == [turn.key: 2])
        try await fixture.store.setAside(turn, apology: StoreFixture.apology)
        #expect(try await fixture.replies() == ["xin lỗi"])
        #expect(try await fixture.store.failedTurns().map(\.message) == ["9"])
        #expect(try await fixture.store.recordCrashes(of: []).isEmpty)
        #expect(try await fixture.store.take(turn) == .known)
    }
}
