import Foundation
import GRDB
import Support
import Testing

@testable import Storage
@testable import Web

/// A failed turn is run again from the page, by who coordinates the person's team.
struct ReplayTests {
    private static func fail(_ fixture: ManageFixture) async throws {
        try await fixture.execute(
            "INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt, team) VALUES (100, 'telegram', '', 'dân mẫu', 0, 0, 'A1')")
        try await fixture.execute(
            """
            INSERT INTO failedTurn (id, person, channel, account, message, at, reason, input) VALUES (7, 100, 'telegram', '', 'm', 0, 'lỗi mẫu', ?)
            """, [try JSON.text(FailedTurn.Input.opened(guide: nil))])
    }

    @Test func `A coordinator runs a failed turn again once, and the person is answered`() async throws {
        try await ManageFixture.run { fixture in
            try await Self.fail(fixture)
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly/yeu-cau"))
            let page = try await browser.submit("quan-ly/yeu-cau/chay-lai", ["ma": form, "luot": "7"])
            #expect(page.body.contains("Đã chạy lại"))
            #expect(!page.body.contains("lỗi mẫu"))
            #expect(try fixture.store.count("SELECT count(*) FROM outbox WHERE person = 100") == 1)
            #expect(try await browser.submit("quan-ly/yeu-cau/chay-lai", ["ma": form, "luot": "7"]).status == 404)
            #expect(try await fixture.store.audit.entries(limit: 10).first { $0.action == .replayTurn }?.subjects == "7")
        }
    }

    @Test(arguments: [("DPB", 404), ("TTA", 403), ("TVA", 403)])
    func `Nobody else runs it again`(member: String, status: Int) async throws {
        try await ManageFixture.run { fixture in
            try await Self.fail(fixture)
            let browser = try await fixture.signedIn(member)
            let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
            #expect(try await browser.submit("quan-ly/yeu-cau/chay-lai", ["ma": form, "luot": "7"]).status == status)
            #expect(try fixture.store.count("SELECT count(*) FROM failedTurn WHERE replayedAt IS NULL") == 1)
        }
    }
}
