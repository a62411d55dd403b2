public import Foundation

/// When a team answers: hours of the days of a week, in Vietnam's time.
public struct DutyHours: Sendable, Hashable {
    private struct Span: Sendable, Hashable {
        /// 1 is Monday, 7 is Sunday.
        let days: ClosedRange<Int>
        /// Minutes since midnight.
        let minutes: Range<Int>
    }

    /// As the team wrote it.
    public let text: String
    private let spans: [Span]

    /// Reads “T2-T6 7:30-11:30, 13:30-17:00; T7 8:00-11:00”: days, then hours; further days after a semicolon.
    /// - Returns: nil where that cannot be read.
    public init?(_ text: String) {
        var spans: [Span] = []
        for part in text.split(separator: ";") {
            let words = part.lowercased().split { $0 == " " || $0 == "," }
            guard let first = words.first, let days = Self.days(first), words.count > 1 else { return nil }
            for word in words.dropFirst() {
                guard let minutes = Self.minutes(word) else { return nil }
                spans.append(Span(days: days, minutes: minutes))
            }
        }
        guard !spans.isEmpty else { return nil }
        self.text = text
        self.spans = spans
    }

    public func contains(_ date: Date) -> Bool {
        let (day, minute) = Self.local(date)
        return spans.contains { $0.days.contains(day) && $0.minutes.contains(minute) }
    }

    /// When the hours begin next; the date itself where they are on.
    public func next(from date: Date) -> Date {
        if contains(date) { return date }
        let (day, minute) = Self.local(date)
        let waits = spans.flatMap { span in
            span.days.map { start in
                let days = (start - day + 7) % 7
                let wait = days * 1440 + span.minutes.lowerBound - minute
                return wait >= 0 ? wait : wait + 7 * 1440
            }
        }
        let midnightOfMinute = (date.timeIntervalSince1970 / 60).rounded(.down) * 60
        return Date(timeIntervalSince1970: midnightOfMinute + Double(waits.min() ?? 0) * 60)
    }

    /// The day of the week and the minute of the day; Vietnam keeps UTC+7.
    private static func local(_ date: Date) -> (day: Int, minute: Int) {
        let minutes = Int((date.timeIntervalSince1970 / 60).rounded(.down)) + 7 * 60
        let days = Int((Double(minutes) / 1440).rounded(.down))
        // 1 January 1970 was a Thursday.
        return (((days + 3) % 7 + 7) % 7 + 1, minutes - days * 1440)
    }

    private static func days(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(day)
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last else { return nil }
        return first...last
    }

    private static func day(_ text: Substring) -> Int? {
        if text == "cn" { return 7 }
        guard text.first == "t", let number = Int(text.dropFirst()), (2...7).contains(number) else { return nil }
        return number - 1
    }

    private static func minutes(_ text: Substring) -> Range<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(time)
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
        return start..<end
    }

    /// “7:30”, “7h30”, “7h”, “7”.
    private static func time(_ text: Substring) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
        guard (1...2).contains(parts.count), let hour = Int(parts[0]), (0...24).contains(hour) else { return nil }
        let minute = parts.count == 2 && !parts[1].isEmpty ? Int(parts[1]) : 0
        guard let minute, (0..<60).contains(minute), hour * 60 + minute <= 1440 else { return nil }
        return hour * 60 + minute
    }
}
