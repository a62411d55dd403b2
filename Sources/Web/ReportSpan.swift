import Catalogue
import Storage

/// The days that a report is about, as they stand in an address: `2026-11`, `2026-q4`, `2026`, or any two days.
struct ReportSpan {
    enum Unit: String, CaseIterable {
        case month, quarter, year, days
    }

    let unit: Unit
    let period: Period

    private init?(_ unit: Unit, from first: Day?, to last: Day?) {
        guard let first, let last, let period = Period(from: first, to: last) else { return nil }
        self.unit = unit
        self.period = period
    }

    init?(from first: Day?, to last: Day?) {
        self.init(.days, from: first, to: last)
    }

    /// Reads its name.
    init?(_ name: some StringProtocol) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard let text = parts.first, text.utf8.count == 4, let year = Int(text), (2000..<3000).contains(year) else { return nil }
        switch parts.count {
        case 1: self.init(.year, year: year, months: 1...12)
        case 2 where parts[1].hasPrefix("q"):
            guard let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
            self.init(.quarter, year: year, months: quarter * 3 - 2...quarter * 3)
        case 2:
            guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            self.init(.month, year: year, months: month...month)
        default: return nil
        }
    }

    private init?(_ unit: Unit, year: Int, months: ClosedRange<Int>) {
        let after = Day(year: months.upperBound == 12 ? year + 1 : year, month: months.upperBound % 12 + 1, day: 1)
        self.init(unit, from: Day(year: year, month: months.lowerBound, day: 1), to: after?.adding(days: -1))
    }

    /// The one that a day is in.
    init?(_ unit: Unit, of day: Day) {
        let months =
            switch unit {
            case .month: day.month...day.month
            case .quarter: (day.month - 1) / 3 * 3 + 1...(day.month - 1) / 3 * 3 + 3
            case .year: 1...12
            case .days: day.month...day.month
            }
        self.init(unit == .days ? .month : unit, year: day.year, months: months)
    }

    /// The present one and those before it, the newest first.
    static func latest(_ count: Int, _ unit: Unit, at day: Day) -> [ReportSpan] {
        var spans: [ReportSpan] = []
        var day = day
        while spans.count < count, let span = ReportSpan(unit, of: day) {
            spans.append(span)
            day = span.period.from.adding(days: -1)
        }
        return spans
    }

    /// What an address calls it.
    var name: String {
        let day = period.from
        return switch unit {
        case .month: String(day.description.prefix(7))
        case .quarter: "\(day.year)-q\((day.month + 2) / 3)"
        case .year: String(day.year)
        case .days: ""
        }
    }

    /// What the name of a file calls it.
    var fileName: String { unit == .days ? "\(period.from)-\(period.to)" : name }

    /// The fields of an address or of a form.
    var fields: [(String, String)] {
        unit == .days ? [("tu", period.from.description), ("den", period.to.description)] : [("ky", name)]
    }

    func title(_ words: ManageWords) -> String {
        let day = period.from
        return words[
            "reports.span." + unit.rawValue,
            [
                "month": String(day.month), "quarter": String((day.month + 2) / 3), "year": String(day.year), "from": day.written,
                "to": period.to.written,
            ]]
    }
}
