import Catalogue
import Foundation
import GRDB
import HelpDesk
import Testing

@testable import Storage

/// That the queries of the coordinators' pages go by an index, however many entries there are.
struct HelpLogPlanTests {
    private static func member(teams: [String: String?], coordinator team: String?) -> SignedIn {
        let posts = [Post(team: team ?? "", member: "M", role: .coordinator)]
        return SignedIn(session: 1, id: 1, name: "Mẫu", scope: Scope(of: "M", posts: posts, parents: teams))
    }

    private static let wide = member(teams: Dictionary(uniqueKeysWithValues: (0..<100).map { ("T\($0)", $0 == 0 ? nil : "T0") }), coordinator: "T0")
    private static let narrow = member(teams: ["T1": "T0", "T0": nil], coordinator: "T1")
    private static let alone = member(teams: [:], coordinator: nil)

    private static func plan(_ sql: String, _ arguments: StatementArguments, _ fixture: StoreFixture) async throws -> String {
        try await fixture.store.pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { $0["detail"] as String }.joined(separator: "\n")
        }
    }

    @Test func `The list is read in its order, or by its few teams or one member`() async throws {
        let fixture = try StoreFixture()
        let cases: [(SignedIn, String)] = [
            (Self.wide, "SCAN helpSession USING INDEX helpSession_log"), (Self.narrow, "USING INDEX helpSession_team"),
            (Self.alone, "USING INDEX helpSession_member"),
        ]
        for (member, index) in cases {
            let condition = try await fixture.store.pool.read { try HelpLog.condition(LogFilter(), for: member, in: $0) }
            let plan = try await Self.plan(HelpLog.pageQuery(condition), condition.arguments + [50], fixture)
            #expect(plan.contains(index), "\(plan)")
            #expect(plan.contains("SCAN member") == false)
        }
        var rare = LogFilter()
        rare.guide = "bai-hiem"
        let rarely = try await fixture.store.pool.read { [rare] in try HelpLog.condition(rare, for: Self.wide, in: $0) }
        let way = try await Self.plan(HelpLog.pageQuery(rarely), rarely.arguments + [50], fixture)
        #expect(way.contains("SEARCH helpSession USING INDEX helpSession_guide (guide=?)") && !way.contains("TEMP B-TREE"), "\(way)")
        var filter = LogFilter()
        filter.from = Day("2026-11-01")
        let condition = try await fixture.store.pool.read { [filter] in try HelpLog.condition(filter, for: Self.wide, in: $0) }
        let plan = try await Self.plan(HelpLog.pageQuery(condition), condition.arguments + [50], fixture)
        #expect(plan.contains("SEARCH helpSession USING INDEX helpSession_log (day>?"), "\(plan)")
    }

    @Test func `The overview reads nothing but an index`() async throws {
        let fixture = try StoreFixture()
        let first = try #require(Day("2026-10-01"))
        let (sql, arguments) = try Overviews.tallyQuery(from: first, to: first, for: Self.wide)
        let plan = try await Self.plan(sql, arguments, fixture)
        #expect(plan.contains("USING COVERING INDEX helpSession_tally (day>? AND day<?)") && !plan.contains("TEMP B-TREE"), "\(plan)")
    }
}
