public import Catalogue

/// The days of a report, both ends included.
public struct Period: Sendable, Hashable {
    public let from: Day
    public let to: Day

    /// - Returns: nil where the first day is after the last.
    public init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// The first and the last month (`2026-11`) that lie in it as a whole; nil where none does.
    var months: (first: String, last: String)? {
        let first = from.day == 1 ? from.monthNumber : from.monthNumber + 1
        let last = to.isLastOfMonth ? to.monthNumber : to.monthNumber - 1
        return first <= last ? (Day.month(first), Day.month(last)) : nil
    }

    /// The days before and after the whole months, as the first and the last day of each stretch; `("", "")` where there are none.
    var edges: (before: (String, String), after: (String, String)) {
        guard months != nil else { return ((from.description, to.description), ("", "")) }
        let before = from.day == 1 ? ("", "") : (from.description, "\(from.monthName)-31")
        let after = to.isLastOfMonth ? ("", "") : ("\(to.monthName)-01", to.description)
        return (before, after)
    }
}

extension Period: Encodable {
    private enum CodingKeys: CodingKey {
        case from, to
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from.description, forKey: .from)
        try container.encode(to.description, forKey: .to)
    }
}

extension Day {
    /// The day until which help of a month is logged; the month is closed on the day after.
    private static let lastDayOfLogging = 5

    /// The last month (`2026-10`) that is closed on this day: help of a month is logged until the 5th of the next one.
    public var closedMonth: String {
        Day.month(monthNumber - (day > Day.lastDayOfLogging ? 1 : 2))
    }

    /// `2026-11`
    var monthName: String { String(description.prefix(7)) }

    /// All months from the one of a day to another one; none where that is before.
    static func months(from day: Day, through month: String) -> [String] {
        guard day.monthName <= month, let last = Day("\(month)-01") else { return [] }
        return (day.monthNumber...last.monthNumber).map(Day.month)
    }

    /// Months since the beginning of the calendar.
    fileprivate var monthNumber: Int { year * 12 + month - 1 }

    fileprivate var isLastOfMonth: Bool {
        Day(year: year, month: month, day: day + 1) == nil
    }

    fileprivate static func month(_ number: Int) -> String {
        String(Day(year: number / 12, month: number % 12 + 1, day: 1)?.description.prefix(7) ?? "")
    }
}
