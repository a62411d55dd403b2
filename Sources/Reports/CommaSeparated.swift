import Catalogue

/// A report as one CSV file (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read its letters rightly): a record for each
/// figure, since a file has one shape and a report has many tables.
public enum CommaSeparated {
    /// - Parameter heading: of its five columns: table, number of the row, row, column, value.
    public static func text(of tables: [ReportTable], heading: [String]) -> String {
        var text = "\u{FEFF}" + record(heading.map(guarded))
        for table in tables {
            for (place, row) in table.rows.enumerated() {
                // A row is named by the texts it begins with, for those who filter; its figures follow.
                let name = row.first.map(plain) ?? ""
                for (column, cell) in zip(table.columns, row).dropFirst() {
                    text += record([guarded(table.title), String(place + 1), guarded(name), guarded(column), value(of: cell)])
                }
            }
        }
        return text
    }

    private static func plain(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day): day.description
        }
    }

    /// Figures stay figures, below zero too; only what somebody wrote could be a formula.
    private static func value(of cell: ReportTable.Cell) -> String {
        if case .text(let text) = cell { return guarded(text) }
        return plain(cell)
    }

    /// A text that a spreadsheet would take for a formula, made plain by an apostrophe before it.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func record(_ fields: [String]) -> String {
        fields.map { field in
            // A carriage return and the line feed after it are one Character.
            guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return field }
            return "\"" + field.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\r\n"
    }
}
