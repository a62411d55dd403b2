import Foundation

/// How times stand in the database: in UTC to the millisecond, with the local day beside them where people count days.
enum Time {
    private static let vietnam = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt

    static func milliseconds(_ date: Date) -> Int64 {
        Int64((date.timeIntervalSince1970 * 1000).rounded())
    }

    static func date(_ milliseconds: Int64) -> Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// The day in Vietnam, which has had no summer time since 1975 and keeps UTC+7.
    static func day(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZone: vietnam).year().month().day())
    }
}
