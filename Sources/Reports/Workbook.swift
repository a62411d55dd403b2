import CXLSXWriter
import Catalogue
public import Foundation

/// A report as an XLSX workbook, a sheet for each table: numbers are numbers, days are dates, and a text is never a formula.
public enum Workbook {
    /// The library could not write the file.
    public struct Fault: Error, CustomStringConvertible {
        public let description: String
    }

    private static let longestText = 32_767
    private static let a4: UInt8 = 9
    private static let widths = 8...60

    /// The bytes of a workbook.
    public static func data(of tables: [ReportTable]) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "tungngo-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard let book = workbook_new(file.path) else { throw Fault(description: "no workbook can be made") }
        let formats = Formats(book)
        var faults: [lxw_error] = []
        for table in tables {
            guard let sheet = workbook_add_worksheet(book, name(of: table)) else {
                faults.append(LXW_ERROR_MEMORY_MALLOC_FAILED)
                continue
            }
            faults += fill(sheet, with: table, formats)
        }
        faults = (faults + [workbook_close(book)]).filter { $0 != LXW_NO_ERROR }
        if let fault = faults.first { throw Fault(description: "the workbook cannot be written: " + String(cString: lxw_strerror(fault))) }
        return try Data(contentsOf: file)
    }

    private struct Formats {
        let heading: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let number: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            heading = workbook_add_format(book)
            text = workbook_add_format(book)
            number = workbook_add_format(book)
            day = workbook_add_format(book)
            format_set_bold(heading)
            for format in [heading, text] {
                format_set_text_wrap(format)
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            }
            format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_num_format(number, "#,##0")
            format_set_num_format(day, "dd/mm/yyyy")
            format_set_align(day, UInt8(LXW_ALIGN_LEFT.rawValue))
        }
    }

    private static func fill(_ sheet: UnsafeMutablePointer<lxw_worksheet>, with table: ReportTable, _ formats: Formats) -> [lxw_error] {
        var faults: [lxw_error] = []
        for (column, heading) in table.columns.enumerated() {
            let cells = table.rows.map { $0[column] }
            let isNumeric = !cells.isEmpty && cells.allSatisfy { if case .number = $0 { true } else { false } }
            let longest = isNumeric ? 0 : cells.map(length).max() ?? 0
            let width = min(max(max(longest + 2, min(heading.count, 14)), widths.lowerBound), widths.upperBound)
            faults.append(worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil))
            faults.append(worksheet_write_string(sheet, 0, UInt16(column), heading, formats.heading))
        }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() { faults.append(write(cell, to: sheet, UInt32(row + 1), UInt16(column), formats)) }
        }
        if let note = table.note {
            faults.append(worksheet_write_string(sheet, UInt32(table.rows.count + 2), 0, note, nil))
        }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, a4)
        worksheet_fit_to_pages(sheet, 1, 0)
        return faults
    }

    private static func write(
        _ cell: ReportTable.Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16, _ formats: Formats
    ) -> lxw_error {
        switch cell {
        case .number(let number): return worksheet_write_number(sheet, row, column, Double(number), formats.number)
        case .day(let day):
            var date = lxw_datetime(year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0, sec: 0)
            return worksheet_write_datetime(sheet, row, column, &date, formats.day)
        case .text(let text):
            // Never by `worksheet_write_formula`, whatever it begins with.
            let lines = text.replacing("\r\n", with: "\n").unicodeScalars.prefix(longestText)
            return worksheet_write_string(sheet, row, column, String(String.UnicodeScalarView(lines)), formats.text)
        }
    }

    private static func length(_ cell: ReportTable.Cell) -> Int {
        if case .text(let text) = cell { text.count } else { 10 }
    }

    /// A sheet's name has at most 31 characters and none of `[]:*?/\`.
    private static func name(of table: ReportTable) -> String {
        String(table.sheet.filter { !"[]:*?/\\".contains($0) }.prefix(31))
    }
}
