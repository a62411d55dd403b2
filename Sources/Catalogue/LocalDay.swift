public import Foundation

extension Day {
    /// Vietnam keeps UTC+7 and has had no summer time since 1975.
    fileprivate static let offset = 7 * 3600.0

    /// The calendar day that people in Vietnam live in.
    public init(inVietnam date: Date) {
        self.init(number: Int(((date.timeIntervalSince1970 + Day.offset) / 86_400).rounded(.down)))
    }
}

extension Day {
    /// The moment in which the day begins in Vietnam.
    public var beginning: Date {
        // The inverse of `init(inVietnam:)`: years are taken to begin in March.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Date(timeIntervalSince1970: Double(days) * 86_400 - Day.offset)
    }
}
