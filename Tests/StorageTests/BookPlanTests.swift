import GRDB
import Testing

@testable import Storage

struct BookPlanTests {
    @Test(arguments: [BookStore.sumsQuery, BookStore.newestQuery])
    func `A member's month is found by the index on member and day, never by reading the whole log`(query: String) async throws {
        let fixture = try StoreFixture()
        let plan = try await fixture.store.pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + query, arguments: [1, "2026-11-01", "2026-11-31"]).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.hasPrefix("SEARCH helpSession USING INDEX helpSession_member (member=? AND day>? AND day<?)") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        // The newest come in the index's own order.
        if query == BookStore.newestQuery { #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)") }
    }
}
