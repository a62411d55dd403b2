import Catalogue
import Foundation
import HelpDesk
import Support
import Synchronization
import Testing

@testable import Dialogue
@testable import Storage

struct ConversationStoreTests {
    @Test func `The course tells who said what, in order`() async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(StoreFixture.turn("câu một", id: "1"))
        _ = try await fixture.store.take(StoreFixture.turn("câu hai", id: "2", after: 1))
        let course = try await fixture.store.course(of: StoreFixture.person)
        let expected: [CourseEntry] = [
            .person("câu một"), .bot(NumberedReply(number: 1, reply: Reply(text: "lượt 1"))),
            .person("câu hai"), .bot(NumberedReply(number: 2, reply: Reply(text: "lượt 2"))),
        ]
        #expect(course == expected)
    }

    @Test func `Replies are read after a cursor, and what was seen counts as sent`() async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(StoreFixture.turn("a", id: "1"))
        _ = try await fixture.store.take(StoreFixture.turn("b", id: "2", after: 1, seen: 1))
        #expect(try await fixture.store.replies(to: StoreFixture.person, after: 1).map(\.number) == [2])
        #expect(try fixture.count("SELECT count(*) FROM outbox WHERE state = 'sent'") == 1)
        #expect(try await fixture.store.replies(to: PersonAddress(channel: "thử", name: "nobody"), after: 0).isEmpty)
    }

    @Test func `A walk gets the revision of its guide that it began with`() async throws {
        let seen = Mutex<[String?]>([])
        let fixture = try StoreFixture { _, situation in
            seen.withLock { $0.append(situation.guide?.revision) }
            var conversation = situation.conversation
            conversation.walk = Conversation.Walk(guide: "bai-mau", revision: "cũ")
            return [.remember(conversation)]
        }
        let day = try #require(Day("2026-11-24"))
        let step = Step(id: "mot", title: "Một", text: "Làm.", done: "xong")
        for revision in ["cũ", "mới"] {
            try await fixture.store.keep([
                Guide(id: "bai-mau", title: "Mẫu", group: "g", checked: day, reviewBy: day, steps: [step], revision: revision)
            ])
        }
        _ = try await fixture.store.take(StoreFixture.turn("a", id: "1"))
        _ = try await fixture.store.take(StoreFixture.turn("b", id: "2"))
        #expect(seen.withLock { $0 } == [nil, "cũ"])
    }

    @Test func `The local day changes at midnight in Vietnam`() async throws {
        let fixture = try StoreFixture()
        let midnight = Date(timeIntervalSince1970: 1_795_539_600)  // 2026-11-24 17:00 UTC
        for (id, offset) in [("1", -1.0), ("2", 0.0)] {
            _ = try await fixture.store.take(StoreFixture.turn("a", id: id, after: midnight.timeIntervalSince(StoreFixture.start) + offset))
        }
        #expect(try fixture.count("SELECT count(*) FROM question WHERE day = '2026-11-24'") == 1)
        #expect(try fixture.count("SELECT count(*) FROM question WHERE day = '2026-11-25'") == 1)
    }

    @Test func `A session goes from opened to closed; one that was left goes on if taken up on the same day`() async throws {
        let script: [HelpSession.Event] = [
            .opened(guide: "bai-mau", revision: "r"), .reached(step: "mot"), .stuck(step: "mot", trouble: 1), .askedForHuman(step: "mot"),
            .closed(.left), .opened(guide: "bai-mau", revision: "r"), .reached(step: "hai"), .closed(.solved),
            .opened(guide: "bai-mau", revision: "r"),
        ]
        let fixture = try StoreFixture { event, situation in
            guard case .choice(let number) = event.input, let number = Int(number) else { return [] }
            return [.session(guide: "bai-mau", script[number])]
        }
        for number in script.indices {
            let event = Event(at: StoreFixture.start.addingTimeInterval(Double(number)), input: .choice(String(number)))
            _ = try await fixture.store.take(Turn(address: StoreFixture.person, message: "\(number)", event: event))
        }
        #expect(try fixture.count("SELECT count(*) FROM helpSession") == 2)
        #expect(try fixture.count("SELECT count(*) FROM helpSession WHERE outcome = 'solved' AND furthest = 'hai' AND kind = 'self'") == 1)
        #expect(try fixture.count("SELECT count(*) FROM helpSession WHERE closedAt IS NULL") == 1)
        #expect(try fixture.count("SELECT count(*) FROM helpSessionEvent") == script.count)
    }
}
