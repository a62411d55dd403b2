import Foundation
import GRDB
import HelpDesk
import Service
import Support
import Testing

@testable import Storage
@testable import Web

/// A made-up province in the real application: two communes with a village each, somebody of every role, and entries in the log.
struct ManageFixture {
    static let start = Date(timeIntervalSince1970: 1_795_500_000)
    static let roster = Roster(
        teams: [
            Team(code: "T", name: "Tỉnh Mẫu"), Team(code: "A", name: "Xã A", parent: "T"), Team(code: "A1", name: "Thôn A1", parent: "A"),
            Team(code: "B", name: "Xã B", parent: "T"), Team(code: "B1", name: "Thôn B1", parent: "B"),
        ],
        members: ["DPT", "DPA", "DPB", "TTA", "TVA", "TVA2", "TVB", "QT"].map { Member(code: $0, name: "Người \($0)") },
        posts: [
            Post(team: "T", member: "DPT", role: .coordinator), Post(team: "A", member: "DPA", role: .coordinator),
            Post(team: "B", member: "DPB", role: .coordinator), Post(team: "A1", member: "TTA", role: .leader),
            Post(team: "A1", member: "TVA", role: .member), Post(team: "A1", member: "TVA2", role: .member),
            Post(team: "B1", member: "TVB", role: .member), Post(team: "T", member: "QT", role: .administrator),
        ])

    let web: WebFixture
    let clock: MovingClock

    var store: Store { web.service.store }

    static func run(publicURL: String? = nil, _ body: (ManageFixture) async throws -> Void) async throws {
        let clock = MovingClock(start)
        try await WebFixture.run(now: { clock.now }, publicURL: publicURL) { web in
            _ = try await web.service.store.take(roster)
            try await body(ManageFixture(web: web, clock: clock))
        }
    }

    /// A one-time link's token for a member.
    func link(for member: String) async throws -> SecretToken {
        var generator = SystemRandomNumberGenerator()
        let token = SecretToken(using: &generator)
        #expect(try await store.signIns.add(NewLoginLink(token: token), for: member, at: clock.now))
        return token
    }

    /// A browser in which a member has signed in.
    func signedIn(_ member: String) async throws -> Browser {
        let browser = Browser(web.home)
        let page = try await browser.submit("quan-ly/vao/\(try await link(for: member).text)", [:])
        #expect(page.status == 200)
        #expect(page.body.contains("Người \(member)"))
        return browser
    }

    /// The token that the forms of a signed-in browser carry.
    static func formToken(_ page: Browser.Answer) throws -> String {
        String(try #require(page.body.firstMatch(of: /name="ma" value="([0-9a-f]{64})"/)).output.1)
    }

    /// An entry of the log, straight into the database.
    /// - Parameter back: so many days before today.
    @discardableResult
    func add(
        by member: String?, team: String?, kind: String = "given", guide: String? = "kich-hoat-vneid", back: Int = 0, people: Int = 1,
        outcome: String? = "solved", channel: String = "telegram", place: String? = nil, note: String? = nil
    ) async throws -> Int64 {
        let at = Time.milliseconds(clock.now) - Int64(back) * 86_400_000
        return try await store.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO helpSession (kind, member, team, channel, guide, openedAt, day, lastAt, closedAt, outcome, people, place, note)
                    VALUES (?, (SELECT id FROM member WHERE code = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    kind, member, team, channel, guide, at, Time.day(Time.date(at)), at, outcome == nil ? nil : at, outcome, people, place, note,
                ])
            return db.lastInsertedRowID
        }
    }

    func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) async throws {
        try await store.pool.write { db in try db.execute(sql: sql, arguments: arguments) }
    }
}
