import Catalogue
import Foundation
import GRDB
import HelpDesk
import Support
import Testing

@testable import Matching
@testable import Storage

/// The tallies against the log itself, after whatever happened to it.
struct TallyTests {
    private static let teams = ["T", "X1", "X2", "V1", "V2", "V3"]
    private static let roster = Roster(
        teams: [
            Team(code: "T", name: "Tỉnh mẫu"), Team(code: "X1", name: "Xã mẫu 1", parent: "T"), Team(code: "X2", name: "Xã mẫu 2", parent: "T"),
            Team(code: "V1", name: "Thôn mẫu 1", parent: "X1"), Team(code: "V2", name: "Thôn mẫu 2", parent: "X1"),
            Team(code: "V3", name: "Thôn mẫu 3", parent: "X2"),
        ],
        members: [Member(code: "M1", name: "Người Mẫu 1"), Member(code: "M2", name: "Người Mẫu 2")],
        posts: [Post(team: "V1", member: "M1", role: .member), Post(team: "V3", member: "M2", role: .leader)])

    /// What can happen to the log.
    private struct Life {
        var generator: SeededGenerator
        let canMove: Bool

        private mutating func day() -> String {
            ["2026-09-30", "2026-10-01", "2026-10-15", "2026-10-31", "2026-11-01", "2026-11-20"].randomElement(using: &generator) ?? ""
        }

        private mutating func values() -> StatementArguments {
            let isMembers = Bool.random(using: &generator)
            let outcome = ["solved", "unsolved", nil].randomElement(using: &generator) ?? nil
            let team = isMembers ? TallyTests.teams.randomElement(using: &generator) : nil
            return [
                isMembers ? ["given", "relayed"].randomElement(using: &generator) : "self",
                isMembers ? Int.random(in: 1...2, using: &generator) : nil, team, ["bai-1", "bai-2", nil].randomElement(using: &generator) ?? nil,
                day(),
                outcome == nil ? nil : 1, outcome, Int.random(in: 1...9, using: &generator), Int.random(in: 0...1, using: &generator),
            ]
        }

        mutating func happen(in db: GRDB.Database) throws {
            let session = Int.random(in: 1...60, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<4:
                try db.execute(
                    sql: """
                        INSERT INTO helpSession (kind, member, team, guide, day, closedAt, outcome, people, activated, channel, openedAt, lastAt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'thử', 1790000000000, 1)
                        """, arguments: values())
            case 4..<7:
                try db.execute(
                    sql: """
                        UPDATE helpSession SET (kind, member, team, guide, day, closedAt, outcome, people, activated) = (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        WHERE id = ?
                        """, arguments: values() + [session])
            case 7: try db.execute(sql: "UPDATE helpSession SET withdrawnAt = iif(withdrawnAt IS NULL, 1, NULL) WHERE id = ?", arguments: [session])
            case 8: try db.execute(sql: "DELETE FROM helpSession WHERE id = ?", arguments: [session])
            default:
                guard canMove else { return }
                let parent = ["X1", "X2", "T", nil].randomElement(using: &generator) ?? nil
                let moved = ["V1", "V2", "V3", parent == "T" || parent == nil ? "X1" : "V1"].randomElement(using: &generator)
                try db.execute(sql: "UPDATE team SET parent = ? WHERE code = ?", arguments: [parent, moved])
            }
        }
    }

    private static let freshTree = """
        WITH RECURSIVE tree (team, above) AS (
            SELECT code, code FROM team UNION SELECT tree.team, parent FROM tree JOIN team ON code = above WHERE parent IS NOT NULL
        ) SELECT team, above FROM tree UNION SELECT code, '' FROM team UNION SELECT '', '' ORDER BY 1, 2
        """
    private static let fresh = """
        SELECT above, substr(day, 1, 7), kind, coalesce(guide, ''), coalesce(outcome, 'open'), count(*), sum(people), sum(activated)
        FROM helpSession JOIN teamAbove ON teamAbove.team = coalesce(helpSession.team, '') WHERE withdrawnAt IS NULL
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
        """
    private static let kept = """
        SELECT team, month, kind, guide, outcome, sum(sessions), sum(people), sum(activated) FROM tally
        GROUP BY 1, 2, 3, 4, 5 HAVING sum(sessions) <> 0 OR sum(people) <> 0 OR sum(activated) <> 0 ORDER BY 1, 2, 3, 4, 5
        """
    private static let freshMembers = """
        SELECT coalesce(team, ''), substr(day, 1, 7), member, kind, count(*), sum(people), sum(activated) FROM helpSession
        WHERE withdrawnAt IS NULL AND member IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """
    private static let keptMembers = """
        SELECT team, month, member, kind, sum(sessions), sum(people), sum(activated) FROM memberTally
        GROUP BY 1, 2, 3, 4 HAVING sum(sessions) <> 0 OR sum(people) <> 0 OR sum(activated) <> 0 ORDER BY 1, 2, 3, 4
        """

    private static func rows(_ sql: String, in db: GRDB.Database) throws -> [String] {
        try Row.fetchAll(db, sql: sql).map { row in row.databaseValues.map { "\($0)" }.joined(separator: " ") }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64], [false, true])
    func `After whatever happened to the log the tallies are its sums`(seed: UInt64, canMove: Bool) async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(Self.roster)
        try await fixture.store.pool.write { db in
            var life = Life(generator: SeededGenerator(seed: seed), canMove: canMove)
            for round in 0..<20 {
                for _ in 0..<20 { try life.happen(in: db) }
                // Closing changes no sum, only where what follows is counted. Where teams move, closed months stay with the old tree.
                if round == 10, !canMove { _ = try ActivityStore.close(through: "2026-10", at: StoreFixture.start, in: db) }
                #expect(try Self.rows("SELECT team, above FROM teamAbove ORDER BY 1, 2", in: db) == Self.rows(Self.freshTree, in: db))
                let kept = try Self.rows(Self.kept, in: db)
                #expect(try kept == Self.rows(Self.fresh, in: db))
                #expect(!kept.isEmpty)
                #expect(try Self.rows(Self.keptMembers, in: db) == Self.rows(Self.freshMembers, in: db))
            }
        }
    }

    @Test(arguments: [
        ("2026-10-01", "2026-10-31"), ("2026-09-30", "2026-11-20"), ("2026-10-02", "2026-10-30"), ("2026-09-01", "2026-11-19"),
        ("2026-10-15", "2026-11-30"), ("2026-10-31", "2026-10-31"), ("2026-10-15", "2026-11-14"),
    ])
    func `A report of any days counts what the log holds of them`(days: (String, String)) async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(Self.roster)
        try await fixture.store.pool.write { db in
            var life = Life(generator: SeededGenerator(seed: 7), canMove: true)
            for _ in 0..<300 { try life.happen(in: db) }
        }
        let period = try Period.days(days.0, days.1)
        for team in [nil, "T", "X1", "V1"] {
            let activity = try await fixture.store.activity(of: team, in: period)
            try await fixture.store.pool.read { db in
                let log = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT count(*), coalesce(sum(people), 0), coalesce(sum(activated), 0) FROM helpSession WHERE withdrawnAt IS NULL
                        AND day BETWEEN ? AND ? AND coalesce(team, '') IN (SELECT team FROM teamAbove WHERE above = ?)
                        """, arguments: [days.0, days.1, team ?? ""])
                let sum = activity.counts.reduce(Activity.Sum.zero) { $0 + $1.sum }
                #expect(sum == Activity.Sum(sessions: log?[0] ?? -1, people: log?[1] ?? -1, activated: log?[2] ?? -1))
                let ofMembers = activity.counts.filter { $0.kind != .alone }.reduce(Activity.Sum.zero) { $0 + $1.sum }
                #expect(activity.members.reduce(Activity.Sum.zero) { $0 + $1.sum } == ofMembers)
            }
            if team == "T" {
                let below = activity.below.reduce(Activity.Sum.zero) { $0 + $1.sum }
                let own = try await fixture.store.pool.read { db in
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM helpSession WHERE withdrawnAt IS NULL AND day BETWEEN ? AND ? AND team = 'T'",
                        arguments: [days.0, days.1]) ?? 0
                }
                #expect(below.sessions + own == activity.counts.reduce(0) { $0 + $1.sum.sessions })
            }
        }
    }

    @Test func `Every query of the report goes by an index, whatever the log's size`() async throws {
        let fixture = try StoreFixture()
        let period = try Period.days("2026-01-15", "2026-11-20")
        let store = ActivityStore(team: "", period: period)
        try await fixture.store.pool.read { db in
            for (name, sql) in ActivityStore.all {
                let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: store.arguments(of: sql)).map { $0["detail"] as String }
                let grown = /^SCAN (tally|memberTally|questionTally|helpSession|handOver|team|teamAbove|post)\b/
                #expect(plan.filter { $0.contains(grown) } == [], "\(name)")
                for detail in plan where detail.contains(/^SEARCH helpSession/) && name != "difficulties" {
                    #expect(detail.contains("USING COVERING INDEX helpSession_counted (day>? AND day<?)"), "\(name)")
                }
            }
        }
    }

    @Test func `Closing a month goes by an index too`() async throws {
        let fixture = try StoreFixture()
        let plan = try await fixture.store.pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT max(month) AS month FROM closedMonth").map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH closedMonth") })
    }

    @Test func `Questions are counted for the team of whoever asked and all above it, and stay counted`() async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(Self.roster)
        _ = try await fixture.store.take(StoreFixture.turn("một", id: "1"))
        try await fixture.store.bind(StoreFixture.person, to: "V1", at: StoreFixture.start)
        _ = try await fixture.store.take(StoreFixture.turn("hai", id: "2"))
        try await fixture.store.pool.write { try $0.execute(sql: "DELETE FROM question") }
        let day = Day(inVietnam: StoreFixture.start)
        let period = try #require(Period(from: day, to: day))
        for (team, asked) in [(nil, 2), ("T", 1), ("V1", 1), ("X2", 0)] {
            let questions = try await fixture.store.activity(of: team, in: period).questions
            #expect(questions == Activity.Questions(asked: asked, unclear: 0, unanswered: asked), "\(team ?? "")")
        }
    }
}
