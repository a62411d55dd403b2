public import Catalogue

/// A day as reports carry it: `2026-11-24` in JSON, a date in a workbook.
public struct ReportDay: Sendable, Hashable, Encodable {
    public let day: Day

    public init(_ day: Day) {
        self.day = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(day.description)
    }
}
