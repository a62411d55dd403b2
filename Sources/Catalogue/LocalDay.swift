public import Foundation

extension Day {
    /// Vietnam keeps UTC+7 and has had no summer time since 1975.
    private static let offset = 7 * 3600.0

    /// The calendar day that people in Vietnam live in.
    public init(inVietnam date: Date) {
        self.init(number: Int(((date.timeIntervalSince1970 + Day.offset) / 86_400).rounded(.down)))
    }
}
