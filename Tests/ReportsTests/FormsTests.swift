import Catalogue
import Foundation
import GRDB
import Support
import Testing
import Vietnamese
import Web

@testable import Reports
@testable import Storage

/// Every form of a report holds the same figures.
struct FormsTests {
    private static func tables(_ fixture: ReportFixture) async throws -> [ReportTable] {
        let day = try #require(Day("2026-11-06"))
        _ = try await fixture.store.closeMonths(on: day, at: day.beginning)
        try await fixture.store.pool.write { try $0.execute(sql: "UPDATE helpSession SET withdrawnAt = 1 WHERE guide IS NULL") }
        return ReportTables(try await fixture.report(), words: fixture.words).all
    }

    /// A workbook's cells: strings and numbers, a date as days since the 30th of December 1899.
    private enum XLSXCell: Decodable, Hashable {
        case text(String)
        case number(Int)
        case date(Int)
        case formula(String)

        private enum Key: CodingKey {
            case date, formula
        }

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.container(keyedBy: Key.self) {
                if let formula = try? container.decode(String.self, forKey: .formula) {
                    self = .formula(formula)
                } else {
                    self = .date(try container.decode(Int.self, forKey: .date))
                }
                return
            }
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) { self = .number(number) } else { self = .text(try container.decode(String.self)) }
        }

        init(_ cell: ReportTable.Cell) {
            switch cell {
            case .text(let text): self = .text(text.replacing("\r\n", with: "\n"))
            case .number(let number): self = .number(number)
            case .day(let day): self = .date(Int(day.beginning.timeIntervalSince1970 + 7 * 3600) / 86_400 + 25_569)
            }
        }
    }

    private static func cells(of workbook: Data, in folder: TemporaryFolder) throws -> [String: [[XLSXCell]]] {
        let file = folder.url.appending(path: "mau.xlsx")
        try workbook.write(to: file)
        let output = Pipe()
        let python = try ChildProcess(
            URL(filePath: "/usr/bin/env"), ["python3", Repository.root.appending(path: "Tests/ReportsTests/workbook.py").path, file.path],
            output: output.fileHandleForWriting)
        try output.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        python.wait()
        return try JSONDecoder().decode([String: [[XLSXCell]]].self, from: data)
    }

    @Test func `The workbook holds each table's figures as numbers, days as dates, and no formula`() async throws {
        let fixture = try await ReportFixture()
        let tables = try await Self.tables(fixture)
        let sheets = try Self.cells(of: try Workbook.data(of: tables), in: fixture.folder)
        #expect(sheets.count == tables.count)
        for table in tables {
            let sheet = try #require(sheets[table.sheet], "\(table.sheet)")
            #expect(sheet.first == table.columns.map { .text($0) })
            let rows = table.rows.map { $0.map(XLSXCell.init) }
            #expect(Array(sheet.dropFirst().prefix(rows.count)) == rows, "\(table.sheet)")
            #expect(sheet.joined().allSatisfy { if case .formula = $0 { false } else { true } })
        }
    }

    @Test func `The CSV holds the same figures, a record each, and no formula`() async throws {
        let fixture = try await ReportFixture()
        let tables = try await Self.tables(fixture)
        let text = CommaSeparated.text(of: tables, heading: ["Bảng", "Dòng số", "Dòng", "Cột", "Giá trị"])
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let records = Self.records(String(text.dropFirst()))
        #expect(records.allSatisfy { $0.count == 5 })
        let expected = tables.flatMap { table in
            table.rows.flatMap { row in zip(table.columns, row).dropFirst().map { [table.title, $0, Self.plain($1)] } }
        }
        #expect(records.dropFirst().map { [$0[0], $0[3], $0[4]] } == expected)
        let starts = records.joined().compactMap(\.unicodeScalars.first)
        #expect(!starts.contains { "=+@".unicodeScalars.contains($0) })
        #expect(records.contains { $0[2] == "'" + ReportFixture.difficulty })
        #expect(records.contains { $0[4] == "'+Người Mẫu 1" })
        #expect(records.contains { $0[4] == "-2" })
    }

    private static func plain(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .text(let text): text.hasPrefix("+") || text.hasPrefix("=") ? "'" + text : text
        case .number(let number): String(number)
        case .day(let day): day.description
        }
    }

    /// RFC 4180.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"": field.unicodeScalars.append(scalars.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                records[records.count - 1].append(field)
                field = ""
            case "\r" where !isQuoted && scalars.first == "\n":
                scalars.removeFirst()
                records[records.count - 1].append(field)
                records.append([])
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
        }
        return records.dropLast()
    }

    @Test func `The page holds the same figures, as people write numbers, and escapes what somebody wrote`() async throws {
        let fixture = try await ReportFixture()
        let tables = try await Self.tables(fixture)
        let html = try await ReportPrinter(fixture.catalogue, folder: Repository.root).html(of: try await fixture.report(), hasMembers: true)
        for table in tables where table.kind != .overview && table.kind != .texts {
            let part = try #require(html.components(separatedBy: "<caption>\(table.title)</caption>").dropFirst().first, "\(table.title)")
            let body = part.components(separatedBy: "</table>").first ?? ""
            let cells = body.matches(of: /<td[^>]*>([^<]*)<\/td>/).map { Self.unescaped(String($0.output.1)) }
            #expect(cells == table.rows.joined().map(Self.written), "\(table.title)")
        }
        #expect(html.contains("1.200"))
        #expect(html.contains("Người &lt;Mẫu&gt; 2"))
        #expect(html.contains("tháng 10/2026"))
        #expect(!html.contains("<link rel=\"stylesheet\""))
    }

    private static func written(_ cell: ReportTable.Cell) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): number >= 1000 ? "\(number / 1000).\(String(number % 1000 + 1000).dropFirst())" : String(number)
        case .day(let day): "\(day.day)/\(day.month)/\(day.year)"
        }
    }

    private static func unescaped(_ text: String) -> String {
        ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"].sorted { $0.key > $1.key }.reduce(text) {
            $0.replacing($1.key, with: $1.value)
        }
    }

    @Test func `The page follows the city's order, with what was written the last time`() async throws {
        let fixture = try await ReportFixture()
        try await fixture.store.keep(.init(masking: "Tổ họp mỗi tháng.\nCó phân công."), as: .direction, of: nil, at: Date(timeIntervalSince1970: 0))
        let html = try await ReportPrinter(fixture.catalogue, folder: Repository.root).html(of: try await fixture.report(), hasMembers: false)
        let titles = html.matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.output.1) }
        #expect(
            titles == [
                "I. Công tác chỉ đạo, điều hành", "II. Kết quả thực hiện", "III. Khó khăn, vướng mắc", "IV. Đề xuất, kiến nghị",
                "V. Phương hướng, nhiệm vụ thời gian tới",
            ])
        #expect(html.contains("<p class=\"written\">Có phân công.</p>"))
        #expect(!html.contains("Người &lt;Mẫu&gt; 2"))
    }

    @Test func `JSON holds the same figures under names of its own`() async throws {
        let report = try await ReportFixture().report()
        let data = try JSONEncoder().encode(report)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let kinds = try #require(json["kinds"] as? [[String: Any]])
        let sums = kinds.compactMap { $0["sum"] as? [String: Int] }
        #expect(sums.map { $0["people"] } == report.kinds.map(\.sum.people))
        #expect(json["period"] as? [String: String] == ["from": "2026-10-01", "to": "2026-11-15"])
        #expect(json["made"] as? String == "2026-11-24")
        let guides = try #require(json["guides"] as? [[String: Any]])
        #expect((guides.first?["kinds"] as? [String: [String: Int]])?["given"]?["people"] == 3)
    }

    @Test func `Every table and column has its words`() async throws {
        let fixture = try await ReportFixture()
        let tables = try await Self.tables(fixture)
        for table in tables {
            let words =
                [table.title, table.sheet] + table.columns + table.rows.joined().compactMap { if case .text(let text) = $0 { text } else { nil } }
            for word in words { #expect(word.firstMatch(of: /^[a-zA-Z]+\.[a-zA-Z]+$/) == nil, "\(table.kind): \(word)") }
            #expect(table.rows.allSatisfy { $0.count == table.columns.count })
            #expect(table.sheet.count <= 31)
        }
        #expect(Set(tables.map(\.sheet)).count == tables.count)
    }
}
