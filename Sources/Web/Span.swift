import Catalogue
import Foundation

/// A span of days in Vietnam.
struct Span: Hashable {
    let from: Day
    let to: Day

    func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// “23/11–25/11”
    var written: String {
        from == to ? from.short : from.short + "–" + to.short
    }

    /// This week from Monday until today.
    static func week(at date: Date) -> Span {
        Span(from: day(date, back: weekday(date)), to: Day(inVietnam: date))
    }

    /// As many days of the week before: what is compared has the same length.
    static func weekBefore(at date: Date) -> Span {
        Span(from: day(date, back: weekday(date) + 7), to: day(date, back: 7))
    }

    /// This month until today.
    static func month(at date: Date) -> Span {
        let today = Day(inVietnam: date)
        return Span(from: Day(year: today.year, month: today.month, day: 1) ?? today, to: today)
    }

    /// As many days of the month before, or all of it where it is shorter.
    static func monthBefore(at date: Date) -> Span {
        let today = Day(inVietnam: date)
        let last = day(date, back: today.day)
        let from = Day(year: last.year, month: last.month, day: 1) ?? last
        return Span(from: from, to: Day(year: last.year, month: last.month, day: today.day) ?? last)
    }

    /// The weeks from Monday to Sunday that end with the present one, oldest first.
    static func weeks(_ count: Int, at date: Date) -> [Span] {
        (0..<count).reversed().map { week in
            let monday = weekday(date) + 7 * week
            return Span(from: day(date, back: monday), to: day(date, back: monday - 6))
        }
    }

    /// - Parameter back: so many days before; negative is after.
    static func day(_ date: Date, back: Int) -> Day {
        Day(inVietnam: date.addingTimeInterval(-Double(back) * 86_400))
    }

    /// Days since Monday.
    private static func weekday(_ date: Date) -> Int {
        // 1 January 1970 was a Thursday.
        let days = Int(((date.timeIntervalSince1970 + 7 * 3600) / 86_400).rounded(.down))
        return ((days + 3) % 7 + 7) % 7
    }
}

extension Day {
    /// 24/11
    var short: String { "\(day)/\(month)" }
}
