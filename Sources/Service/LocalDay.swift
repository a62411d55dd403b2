public import Catalogue
public import Foundation

/// The calendar day that people in Vietnam live in: UTC+7, without summer time since 1975.
public enum LocalDay {
    private static let offset: TimeInterval = 7 * 3600

    public static func of(_ date: Date) -> Day {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date.addingTimeInterval(offset))
        return Day(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? .distantPast
    }
}
