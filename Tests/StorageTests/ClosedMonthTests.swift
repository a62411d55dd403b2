import Catalogue
import Foundation
import GRDB
import HelpDesk
import Support
import Testing
import Vietnamese

@testable import Storage

struct ClosedMonthTests {
    /// Logged on the 1st of October 2026; help of a day, by nobody's team.
    private static func log(_ day: String, people: Int, in fixture: StoreFixture, on logged: String = "2026-10-01") async throws {
        let at = Time.milliseconds(try #require(Day(logged)).beginning)
        try await fixture.store.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO helpSession (kind, day, closedAt, outcome, people, channel, openedAt, lastAt)
                    VALUES ('self', ?, 1, 'solved', ?, 'thử', ?, 1)
                    """, arguments: [day, people, at])
        }
    }

    private static func people(from: String, to: String, in fixture: StoreFixture) async throws -> (counted: Int, late: [Activity.Late]) {
        let period = try Period.days(from, to)
        let activity = try await fixture.store.activity(of: nil, in: period)
        return (activity.counts.reduce(0) { $0 + $1.sum.people }, activity.late)
    }

    private static func close(on day: String, in fixture: StoreFixture) async throws -> [String] {
        let day = try #require(Day(day))
        return try await fixture.store.closeMonths(on: day, at: day.beginning)
    }

    @Test func `A closed month no longer moves, and what comes late is told apart`() async throws {
        let fixture = try StoreFixture()
        try await Self.log("2026-10-10", people: 3, in: fixture)
        #expect(try await Self.close(on: "2026-11-05", in: fixture) == [])
        #expect(try await Self.close(on: "2026-11-06", in: fixture) == ["2026-10"])
        #expect(try await Self.close(on: "2026-11-06", in: fixture) == [])
        try await Self.log("2026-10-31", people: 5, in: fixture)
        try await Self.log("2026-11-01", people: 7, in: fixture)
        let october = try await Self.people(from: "2026-10-01", to: "2026-10-31", in: fixture)
        #expect(october.counted == 3)
        #expect(october.late.map(\.month) == ["2026-10"])
        #expect(october.late.map(\.sum) == [Activity.Sum(sessions: 1, people: 5, activated: 0)])
        #expect(try await Self.people(from: "2026-10-01", to: "2026-11-30", in: fixture).counted == 10)
    }

    @Test func `An entry withdrawn after the closing is taken away from what came late`() async throws {
        let fixture = try StoreFixture()
        try await Self.log("2026-10-10", people: 3, in: fixture)
        _ = try await Self.close(on: "2026-11-06", in: fixture)
        try await fixture.store.pool.write { try $0.execute(sql: "UPDATE helpSession SET withdrawnAt = 1") }
        let october = try await Self.people(from: "2026-10-01", to: "2026-10-31", in: fixture)
        #expect(october.counted == 3)
        #expect(october.late.map(\.sum) == [Activity.Sum(sessions: -1, people: -3, activated: 0)])
    }

    @Test func `A correction that moves a day out of a closed month is late in the one and counted in the other`() async throws {
        let fixture = try StoreFixture()
        try await Self.log("2026-10-10", people: 3, in: fixture)
        _ = try await Self.close(on: "2026-11-06", in: fixture)
        try await fixture.store.pool.write { try $0.execute(sql: "UPDATE helpSession SET day = '2026-11-02'") }
        let both = try await Self.people(from: "2026-10-01", to: "2026-11-30", in: fixture)
        #expect(both.counted == 6)
        #expect(both.late.map(\.sum.people) == [-3])
    }

    @Test func `Months before the first entry was logged stay open for what is entered from paper`() async throws {
        let fixture = try StoreFixture()
        #expect(try await Self.close(on: "2026-11-20", in: fixture) == [])
        try await Self.log("2026-11-20", people: 1, in: fixture, on: "2026-11-20")
        #expect(try await Self.close(on: "2026-11-21", in: fixture) == [])
        try await Self.log("2026-09-10", people: 4, in: fixture, on: "2026-11-21")
        let september = try await Self.people(from: "2026-09-01", to: "2026-09-30", in: fixture)
        #expect(september.counted == 4)
        #expect(september.late == [])
        #expect(try await Self.close(on: "2027-02-06", in: fixture) == ["2026-11", "2026-12", "2027-01"])
    }

    @Test func `A team that moves takes its open months along and leaves its closed ones`() async throws {
        let fixture = try StoreFixture()
        _ = try await fixture.store.take(
            Roster(teams: [Team(code: "A", name: "Xã A"), Team(code: "B", name: "Xã B"), Team(code: "V", name: "Thôn V", parent: "A")]))
        try await Self.log("2026-10-10", people: 3, in: fixture)
        try await Self.log("2026-11-10", people: 5, in: fixture)
        try await fixture.store.pool.write { try $0.execute(sql: "UPDATE helpSession SET team = 'V'") }
        _ = try await Self.close(on: "2026-11-06", in: fixture)
        _ = try await fixture.store.take(Roster(teams: [Team(code: "V", name: "Thôn V", parent: "B")]))
        func people(_ team: String) async throws -> Int {
            let period = try Period.days("2026-10-01", "2026-11-30")
            return try await fixture.store.activity(of: team, in: period).counts.reduce(0) { $0 + $1.sum.people }
        }
        #expect(try await people("A") == 3)
        #expect(try await people("B") == 5)
        #expect(try await people("V") == 8)
    }

    @Test(arguments: [
        ("2026-11-05", "2026-09"), ("2026-11-06", "2026-10"), ("2027-01-05", "2026-11"), ("2027-01-06", "2026-12"), ("2027-02-01", "2026-12"),
    ])
    func `Help of a month is logged until the 5th of the next one`(day: String, closed: String) throws {
        #expect(try #require(Day(day)).closedMonth == closed)
    }

    @Test(arguments: ["1970-01-01", "2024-02-29", "2026-03-01", "2026-11-24", "2027-01-01"])
    func `A day begins at midnight in Vietnam`(text: String) throws {
        let day = try #require(Day(text))
        #expect(Day(inVietnam: day.beginning) == day)
        #expect(Day(inVietnam: day.beginning - 1) != day)
        #expect(Day(inVietnam: day.beginning + 86_399) == day)
    }

    @Test func `What was written into the last report is there the next time, without its secrets`() async throws {
        let fixture = try StoreFixture()
        try await fixture.store.keep(MaskedText(masking: "Đề nghị hỗ trợ tiền xăng."), as: .proposals, of: "X", at: StoreFixture.start)
        try await fixture.store.keep(MaskedText(masking: "Liên hệ 0905000111"), as: .plans, of: nil, at: StoreFixture.start)
        try await fixture.store.keep(MaskedText(masking: "Mở lớp cho bà con."), as: .proposals, of: "X", at: StoreFixture.start)
        #expect(try await fixture.store.reportTexts(of: "X") == [.proposals: "Mở lớp cho bà con."])
        #expect(try await fixture.store.reportTexts(of: nil)[.plans]?.contains("0905000111") == false)
        try await fixture.store.keep(MaskedText(masking: ""), as: .proposals, of: "X", at: StoreFixture.start)
        #expect(try await fixture.store.reportTexts(of: "X") == [:])
    }
}
