import Catalogue
import Dialogue
import Foundation
import GRDB
import HelpDesk
import Reports
import Support

@testable import Storage

/// A made-up organisation and its log of October and November 2026, with the shipped catalogue's words.
struct ReportFixture {
    let folder: TemporaryFolder
    let store: Store
    private static let shipped = CatalogueReader(folder: Repository.root, today: CatalogueFixture.today).read().catalogue

    var catalogue: Catalogue { Self.shipped }

    var words: [String: String] { catalogue.pages["report"] ?? [:] }

    /// What the volunteers named as difficult; it would be a formula in a spreadsheet.
    static let difficulty = "=HYPERLINK(\"http://mau.example\"),\r\n\"máy cũ\""

    init() async throws {
        folder = try TemporaryFolder()
        store = try Store(folder: DataFolder(folder.url), apology: Reply(text: ""), clock: ManualClock()) { _, _ in [] }
        _ = try await store.take(
            Roster(
                teams: [
                    Team(code: "T", name: "Tổ tỉnh mẫu"), Team(code: "X1", name: "Tổ xã mẫu 1", parent: "T"),
                    Team(code: "X2", name: "Tổ xã mẫu 2", parent: "T"), Team(code: "V1", name: "Tổ thôn mẫu 1", parent: "X1"),
                ],
                members: [Member(code: "M1", name: "+Người Mẫu 1"), Member(code: "M2", name: "Người <Mẫu> 2")],
                posts: [
                    Post(team: "V1", member: "M1", role: .member), Post(team: "X2", member: "M2", role: .leader),
                    Post(team: "T", member: "M2", role: .coordinator),
                ]))
        try await store.pool.write { db in
            func log(_ kind: String, _ member: Int?, _ team: String?, _ guide: String?, _ day: String, _ outcome: String?, _ people: Int) throws {
                try db.execute(
                    sql: """
                        INSERT INTO helpSession (kind, member, team, guide, day, closedAt, outcome, people, activated, channel, openedAt, lastAt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 'thử', 1790000000000, 1)
                        """, arguments: [kind, member, team, guide, day, outcome == nil ? nil : 1, outcome, people])
            }
            try db.execute(
                sql: """
                    INSERT INTO helpSession (kind, guide, day, closedAt, outcome, people, activated, channel, openedAt, lastAt)
                    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 1200)
                    SELECT 'self', 'the-can-cuoc', '2026-10-12', 1, 'solved', 1, 0, 'thử', 1790000000000, 1 FROM number
                    """)
            try log("given", 1, "V1", "kich-hoat-vneid", "2026-10-03", "solved", 3)
            try log("given", 1, "V1", nil, "2026-10-31", "referred", 2)
            try log("relayed", 1, "V1", "khai-sinh", "2026-11-02", nil, 1)
            try log("handover", 2, "X2", "khai-sinh", "2026-11-03", "unsolved", 1)
            try log("given", 2, "X2", "bai-da-bo", "2026-09-30", "solved", 100)
            try db.execute(sql: "UPDATE helpSession SET activated = 1, difficulty = ? WHERE people = 3", arguments: [Self.difficulty])
        }
    }

    func report(of team: String? = nil, from: String = "2026-10-01", to: String = "2026-11-15") async throws -> ActivityReport {
        guard let first = Day(from), let last = Day(to), let period = Period(from: first, to: last) else { throw Malformed() }
        var reporting: Team?
        if let team { reporting = try await store.team(team) }
        return ActivityReport(
            try await store.activity(of: team, in: period), of: reporting, in: period, texts: try await store.reportTexts(of: team),
            catalogue: catalogue, today: CatalogueFixture.today)
    }

    private struct Malformed: Error {}
}
