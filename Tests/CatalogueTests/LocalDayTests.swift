import Catalogue
import Foundation
import Testing

struct LocalDayTests {
    @Test(arguments: [
        ("2026-11-24T16:59:59Z", "2026-11-24"), ("2026-11-24T17:00:00Z", "2026-11-25"), ("2024-02-28T17:00:00Z", "2024-02-29"),
        ("2023-02-28T17:00:00Z", "2023-03-01"), ("2000-02-29T00:00:00Z", "2000-02-29"), ("1969-12-31T16:59:59Z", "1969-12-31"),
        ("1970-01-01T00:00:00Z", "1970-01-01"), ("2026-12-31T17:00:00Z", "2027-01-01"),
    ])
    func theDayBeginsAtMidnightInVietnam(time: String, day: String) throws {
        #expect(Day(inVietnam: try Date(time, strategy: .iso8601)).description == day)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var date = try Date("1800-01-01T00:00:00Z", strategy: .iso8601)
        var before = Day(inVietnam: date)
        for _ in 0..<146_097 {
            date += 86_400
            let day = Day(inVietnam: date)
            #expect(day > before)
            #expect(day.day == 1 || day.day == before.day + 1)
            before = day
        }
        #expect(before == Day("2200-01-01"))
    }

    @Test func `days are counted, and weeks begin on Monday`() throws {
        let day = try #require(Day("2026-11-24"))
        #expect(day.weekday == 2)
        #expect(day.adding(days: -1).weekday == 1)
        #expect(day.adding(days: -2).weekday == 7)
        #expect(day.adding(days: 38) == Day("2027-01-01"))
        #expect(day.adding(days: -269) == Day("2026-02-28"))
        for number in stride(from: -146_097, to: 146_097, by: 61) { #expect(Day(number: number).number == number) }
    }
}
