import Dialogue
import Foundation
import HelpDesk
import Support
import Testing
import Vietnamese

@testable import Storage

struct TeamStoreTests {
    private static let roster = Roster(
        teams: [Team(code: "X", name: "Xã Mẫu", contact: "tầng 1", address: "1 đường Mẫu"), Team(code: "T", name: "Thôn mẫu", parent: "X")],
        members: [Member(code: "M", name: "Người Mẫu", telephone: "0905000111")], posts: [Post(team: "T", member: "M", role: .leader)])

    /// A store whose dialogue redeems every text that is a code, and says what came of it.
    private static func fixture() async throws -> StoreFixture {
        let fixture = try StoreFixture { event, situation in
            switch event.input {
            case .text(let text, _): [.ask(.redeem(InviteCode(text.text) ?? InviteCode(using: &Self.generator))), .remember(situation.conversation)]
            case .told(.redemption(let redemption)): [.reply(Reply(text: "\(redemption)"))]
            default: []
            }
        }
        _ = try await fixture.store.take(roster)
        return fixture
    }

    private static var generator: SystemRandomNumberGenerator {
        get { SystemRandomNumberGenerator() }
        set {}
    }

    @Test func `The same roster twice changes nothing, a new name changes one row`() async throws {
        let fixture = try StoreFixture()
        #expect(try await fixture.store.take(Self.roster) == 4)
        #expect(try await fixture.store.take(Self.roster) == 0)
        let renamed = Roster(teams: [Team(code: "X", name: "Phường Mẫu", contact: "tầng 1", address: "1 đường Mẫu")])
        #expect(try await fixture.store.take(renamed) == 1)
        #expect(try await fixture.store.teams().map(\.name) == ["Thôn mẫu", "Phường Mẫu"])
    }

    @Test func `Of two who type one code at the same moment one has it`() async throws {
        let fixture = try await Self.fixture()
        let code = try #require(InviteCode("ABCD-2345"))
        #expect(try await fixture.store.invite("M", with: code, until: StoreFixture.start + 60))
        let people = ["một", "hai"].map { PersonAddress(channel: "thử", name: $0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in people {
                group.addTask { _ = try await fixture.store.take(StoreFixture.turn("ABCD-2345", id: person.name, person: person)) }
            }
            try await group.waitForAll()
        }
        var replies: [String] = []
        for person in people { replies += try await fixture.replies(to: person) }
        #expect(replies.sorted() == ["bound(name: \"Người Mẫu\")", "used"])
        #expect(try fixture.count("SELECT count(*) FROM account") == 1)
    }

    @Test func `A code that is too old, unknown or revoked says so`() async throws {
        let fixture = try await Self.fixture()
        let old = try #require(InviteCode("ABCD-2345"))
        let open = try #require(InviteCode("WXYZ-6789"))
        #expect(try await fixture.store.invite("M", with: old, until: StoreFixture.start - 1))
        #expect(try await fixture.store.invite("M", with: open, until: StoreFixture.start + 60))
        #expect(try await fixture.store.invite("KHÔNG", with: open, until: StoreFixture.start) == false)
        _ = try await fixture.store.take(StoreFixture.turn("ABCD-2345", id: "1"))
        #expect(try await fixture.store.revoke("M", at: StoreFixture.start))
        _ = try await fixture.store.take(StoreFixture.turn("WXYZ-6789", id: "2"))
        #expect(try await fixture.replies() == ["expired", "unknown"])
        #expect(try await fixture.store.posts().isEmpty)
        #expect(try await fixture.store.revoke("M", at: StoreFixture.start) == false)
    }

    @Test func `No code is kept in the clear`() async throws {
        let fixture = try await Self.fixture()
        #expect(try await fixture.store.invite("M", with: try #require(InviteCode("ABCD-2345")), until: StoreFixture.start))
        #expect(try fixture.folder.files(containing: "ABCD2345").isEmpty)
        #expect(try fixture.folder.files(containing: "ABCD-2345").isEmpty)
    }

    @Test func `Whoever chose a team is told where it is`() async throws {
        let fixture = try StoreFixture { _, situation in [.reply(Reply(text: situation.contact?.team ?? "chưa có tổ"))] }
        _ = try await fixture.store.take(Self.roster)
        _ = try await fixture.store.take(StoreFixture.turn("a", id: "1"))
        try await fixture.store.bind(StoreFixture.person, to: "X", at: StoreFixture.start)
        _ = try await fixture.store.take(StoreFixture.turn("b", id: "2"))
        #expect(try await fixture.replies() == ["chưa có tổ", "Xã Mẫu"])
        #expect(try await fixture.store.team("X")?.address == "1 đường Mẫu")
    }
}
