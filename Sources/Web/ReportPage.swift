import Catalogue
import Foundation
import Reports
import Storage

/// An activity report to read and to print on A4, in the order of the city's own report; its template is
/// `content/pages/report.mustache`.
struct ReportPage {
    struct CellView {
        let content: String
        let isNumber: Bool
    }

    struct RowView {
        let cells: [CellView]
    }

    struct TableView {
        let caption: String
        let hasRows: Bool
        /// So many columns that it must be set smaller.
        let isWide: Bool
        let columns: [CellView]
        let rows: [RowView]
        let hasNote: Bool
        let note: String
    }

    struct Section {
        let numeral: String
        let title: String
        /// What a person wrote.
        let paragraphs: [String]
        let tables: [TableView]
    }

    let frame: PageFrame
    let words: [String: String]
    let team: String
    let dated: String
    let span: String
    /// That closed months no longer move; empty where none is closed.
    let frozen: String
    let hasFrozen: Bool
    let sections: [Section]
    /// The members' own record; nil where it is left out.
    let appendix: TableView?

    private static let tables: [ReportField: [ReportTable.Kind]] = [
        .results: [.levels, .kinds, .guides, .below, .services, .late], .difficulties: [.difficulties, .handOvers, .questions],
    ]

    /// - Parameter hasMembers: whether the members' own record follows as an appendix; it names people.
    init(_ report: ActivityReport, hasMembers: Bool, words: [String: String], assets: Assets) {
        let tables = ReportTables(report, words: words)
        let made = report.made.day
        frame = PageFrame(
            title: [words["subject"] ?? "", tables.teamName].joined(separator: " – "), description: "", styles: ["report.css"],
            scripts: ["print.js"], assets: assets, publicURL: nil)
        self.words = words
        team = tables.teamName
        dated = Template.fill(
            words["dated"] ?? "", ["day": String(made.day), "month": String(made.month), "year": String(made.year)])
        span = Template.fill(words["span"] ?? "", ["from": report.period.from.written, "to": report.period.to.written])
        frozen =
            report.closedMonth.flatMap { Day("\($0)-01") }.map {
                Template.fill(words["frozen"] ?? "", ["month": "\($0.month)/\($0.year)"])
            } ?? ""
        hasFrozen = !frozen.isEmpty
        sections = zip(ReportField.allCases, ["I", "II", "III", "IV", "V"]).map { field, numeral in
            let text = report.texts[field.rawValue] ?? ""
            let figures = Self.tables[field] ?? []
            return Section(
                numeral: numeral, title: words["field.\(field.rawValue)"] ?? "",
                paragraphs: text.isEmpty ? (figures.isEmpty ? [words["noText"] ?? ""] : []) : text.split(separator: "\n").map(String.init),
                tables: figures.map { TableView(tables.table($0)) })
        }
        appendix = hasMembers ? TableView(tables.table(.members)) : nil
    }
}

extension ReportPage.TableView {
    init(_ table: ReportTable) {
        caption = table.title
        hasRows = !table.rows.isEmpty
        isWide = table.columns.count > 6
        columns = table.columns.enumerated().map { place, heading in
            let cells = table.rows.map { $0[place] }
            return ReportPage.CellView(content: heading, isNumber: cells.allSatisfy { if case .number = $0 { true } else { false } })
        }
        rows = table.rows.map { row in ReportPage.RowView(cells: row.map(ReportPage.CellView.init)) }
        hasNote = table.note != nil
        note = table.note ?? ""
    }
}

extension ReportPage.CellView {
    init(_ cell: ReportTable.Cell) {
        switch cell {
        case .text(let text): self.init(content: text, isNumber: false)
        case .number(let number): self.init(content: number.grouped, isNumber: true)
        case .day(let day): self.init(content: day.written, isNumber: false)
        }
    }
}

extension Int {
    /// In groups of three, as Vietnam writes numbers: `1.129`.
    fileprivate var grouped: String {
        let digits = String(magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in String(digits.prefix(end).suffix(3)) }
        return (self < 0 ? "-" : "") + groups.reversed().joined(separator: ".")
    }
}
