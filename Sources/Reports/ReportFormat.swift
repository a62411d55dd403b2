public import Foundation

/// A file that a report becomes; each holds the same figures.
public enum ReportFormat: String, Sendable, CaseIterable {
    case xlsx, csv, json

    public var mediaType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// - Parameter words: `content/pages/report-words.yaml`.
    public func data(of report: ActivityReport, words: [String: String]) throws -> Data {
        switch self {
        case .xlsx: return try Workbook.data(of: ReportTables(report, words: words).all)
        case .csv:
            let heading = ["table", "number", "row", "column", "value"].map { words["csv.\($0)"] ?? $0 }
            return Data(CommaSeparated.text(of: ReportTables(report, words: words).all, heading: heading).utf8)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(report) + Data("\n".utf8)
        }
    }
}
