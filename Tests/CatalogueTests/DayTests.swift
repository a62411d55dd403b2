import Catalogue
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("2026-11-24", 2026, 11, 24),
        ("2024-02-29", 2024, 2, 29),
        ("2000-02-29", 2000, 2, 29),
        ("0001-01-01", 1, 1, 1),
        ("9999-12-31", 9999, 12, 31),
    ])
    func aDayIsReadAndWrittenAlike(text: String, year: Int, month: Int, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day == Day(year: year, month: month, day: number))
        #expect(day.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-24-01", "24-11-2026", "24/11/2026", "2026-11-24 ", "2026-1-24", "26-11-24", "2026–11–24",
        "+026-11-24", "2026-+1-24", "2026-11-+4", "２０２６-11-24", "2026-xx-24",
        "2026-00-10", "2026-13-10", "2026-11-00", "2026-11-31", "2026-02-29", "1900-02-29", "2100-02-29", "0000-01-01",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31), (11, 30), (12, 31)])
    func aMonthEndsOnItsLastDay(month: Int, last: Int) {
        #expect(Day(year: 2026, month: month, day: last) != nil)
        #expect(Day(year: 2026, month: month, day: last + 1) == nil)
    }

    @Test func daysStandInTheOrderOfTheCalendar() throws {
        let texts = ["0001-01-01", "2025-12-31", "2026-01-01", "2026-09-30", "2026-10-01", "2026-10-02", "2027-01-01"]
        let days = try texts.map { try #require(Day($0)) }
        #expect(days.reversed().sorted() == days)
        #expect(days.first == .distantPast)
        #expect(!(days[0] < days[0]))
    }
}
