import Dialogue
import Foundation
import GRDB
import HelpDesk
import Support
import Testing
import Vietnamese

@testable import Storage

struct PrivacyTests {
    @Test func `To forget deletes every text of the person from the whole folder, and keeps the counts`() async throws {
        let fixture = try StoreFixture { event, situation in
            guard case .text(let text, _) = event.input, text.text == "xóa dữ liệu của tôi" else { return try StoreFixture.echo(event, situation) }
            return [.forget, .reply(Reply(text: "đã xóa")), .remember(Conversation())]
        }
        let other = PersonAddress(channel: "thử", name: "người khác")
        _ = try await fixture.store.take(StoreFixture.turn("chuyện riêng kể ra đây", id: "1"))
        _ = try await fixture.store.take(StoreFixture.turn("chuyện của người khác", id: "2", person: other))
        #expect(try fixture.folder.files(containing: "chuyện riêng kể ra đây").isEmpty == false)

        #expect(try await fixture.store.take(StoreFixture.turn("xóa dữ liệu của tôi", id: "3", after: 60)) == .forgot)
        try await fixture.store.emptyLog()

        #expect(try fixture.folder.files(containing: "chuyện riêng kể ra đây").isEmpty)
        #expect(try fixture.folder.files(containing: "xóa dữ liệu của tôi").isEmpty)
        #expect(try fixture.folder.files(containing: "chuyện của người khác").isEmpty == false)
        #expect(try fixture.count("SELECT count(*) FROM question") == 2)
        #expect(try fixture.count("SELECT count(*) FROM helpSession") == 2)
        #expect(try fixture.count("SELECT count(*) FROM question WHERE person IS NOT NULL") == 1)
        #expect(try await fixture.store.replies(to: StoreFixture.person, after: 1).map(\.reply.text) == ["đã xóa"])
    }

    @Test func `After a visit has ended its address leads to nothing, and the same address begins anew`() async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(StoreFixture.turn("a", id: "1"))
        try await fixture.store.endVisit(of: StoreFixture.person)
        #expect(try await fixture.store.course(of: StoreFixture.person).isEmpty)
        #expect(try await fixture.store.lastSeen(StoreFixture.person) == nil)
        _ = try await fixture.store.take(StoreFixture.turn("b", id: "2"))
        #expect(try await fixture.replies() == ["lượt 1"])
    }

    @Test func `What a turn keeps to be undone stays in memory, and is written into no file elsewhere`() throws {
        let fixture = try StoreFixture()
        #expect(try fixture.store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA temp_store") } == 2)
    }

    @Test func `The folder and its files are for their owner only`() throws {
        let fixture = try StoreFixture(TemporaryFolder())
        let folder = fixture.folder.url.appending(path: "mới")
        _ = try DataFolder(folder)
        let rights = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(rights == 0o700)
    }
}
