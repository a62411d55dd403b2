import Foundation
import Support
import Testing

@testable import Storage
@testable import Web

/// Replies that were given up are seen by who coordinates the person's team, without their words, and sent again one by one.
struct LostReplyTests {
    private static func lose(_ fixture: ManageFixture) async throws {
        for (number, team, gone) in [(100, "A1", "NULL"), (101, "A1", "5"), (102, "B1", "NULL")] {
            try await fixture.execute(
                """
                INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt, team, unreachableSince)
                VALUES (\(number), 'telegram', '', 'dân mẫu \(number)', 0, 0, '\(team)', \(gone))
                """)
            try await fixture.execute(
                """
                INSERT INTO outbox (id, person, number, queuedAt, reply, state, endedAt, lastError)
                VALUES (\(number), \(number), 1, 0, '{"text":"lời mẫu \(number)"}', 'given-up', 0, 'telegram: error \(number)')
                """)
        }
        try await fixture.execute(
            "INSERT INTO outbox (person, number, queuedAt, reply, state, lastError) VALUES (100, 2, 0, '{}', 'given-up', 'stale: mẫu cũ')")
        try await fixture.execute("INSERT INTO channelStop (channel, account, since, reason) VALUES ('telegram', '', 0, 'token mẫu')")
    }

    @Test func `A coordinator sees what the own people did not get, and sends it again once`() async throws {
        try await ManageFixture.run { fixture in
            try await Self.lose(fixture)
            let browser = try await fixture.signedIn("DPA")
            let page = try await browser.get("quan-ly/yeu-cau").body
            #expect(page.contains("telegram: error 100") && page.contains("telegram: error 101"))
            #expect(!page.contains("error 102") && !page.contains("lời mẫu") && !page.contains("dân mẫu") && !page.contains("stale"))
            #expect(!page.contains("token mẫu"))
            let form = try ManageFixture.formToken(try await browser.get("quan-ly/yeu-cau"))
            let sent = try await browser.submit("quan-ly/yeu-cau/gui-lai", ["ma": form, "tin": "100"])
            #expect(sent.body.contains("Đã xếp lại để gửi"))
            for number in ["100", "101", "102", "x"] {
                #expect(try await browser.submit("quan-ly/yeu-cau/gui-lai", ["ma": form, "tin": number]).status >= 400)
            }
            #expect(try fixture.store.count("SELECT count(*) FROM outbox WHERE state = 'waiting'") == 1)
            #expect(try fixture.store.count("SELECT count(*) FROM channelStop") == 1)
            #expect(try await fixture.store.audit.entries(limit: 10).filter { $0.action == .resendReply }.map(\.subjects) == ["100"])
        }
    }

    @Test func `The top and administrators see stopped channels, leaders and members nothing of it`() async throws {
        try await ManageFixture.run { fixture in
            try await Self.lose(fixture)
            for member in ["DPT", "QT"] {
                let page = try await fixture.signedIn(member).get("quan-ly/yeu-cau").body
                #expect(page.contains("token mẫu") && page.contains("error 102") && !page.contains("lời mẫu"))
            }
            let leader = try await fixture.signedIn("TTA")
            let page = try await leader.get("quan-ly/yeu-cau")
            #expect(page.status == 200 && !page.body.contains("error 100"))
            let form = try ManageFixture.formToken(page)
            #expect(try await leader.submit("quan-ly/yeu-cau/gui-lai", ["ma": form, "tin": "100"]).status == 403)
        }
    }
}
