import ArgumentParser
import Catalogue
import Foundation
import HelpDesk
import Service
import Storage
import SwiftCSV

/// `tungngo members import`: teams and members from a CSV file, all of it or nothing.
struct MembersImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take teams and members from a CSV file.",
        discussion: "Every bad row is named; nothing is taken from a file that has one, and the exit status is 1.")

    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var options: DataOptions
    @Argument(help: "The file: comma or semicolon, UTF-8.") var file: String

    mutating func run() async throws {
        let texts = CatalogueReader(folder: catalogue.folder, today: Day(inVietnam: Date())).read().catalogue.editor
        let store = try await options.store()
        guard let rows = MembersImport.rows(of: file) else {
            Terminal.complain(line(1, "roster.unreadable", "", texts))
            throw ExitCode(1)
        }
        let roster = RosterFile(rows: rows, known: try await store.teams())
        for fault in roster.faults { Terminal.complain(line(fault.line, fault.kind.rawValue, fault.value, texts)) }
        guard let roster = roster.roster else { throw ExitCode(1) }
        let changes = try await store.take(roster)
        Terminal.print("\(roster.teams.count) teams, \(roster.members.count) members; \(changes) new or changed")
    }

    private func line(_ number: Int, _ key: String, _ value: String, _ texts: EditorTexts) -> String {
        "\(file):\(number): " + texts.sentence(key, ["value": value]) + " " + texts.sentence(key + ".remedy")
    }

    /// The rows with the lines on which they begin; nil where the file cannot be read as CSV.
    static func rows(of file: String) -> [(line: Int, fields: [String])]? {
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self) else { return nil }
        let plain = (text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text).precomposedStringWithCanonicalMapping
            .replacing("\r\n", with: "\n")
        let heading = plain.prefix { $0 != "\n" }
        let delimiter: CSVDelimiter = heading.contains(";") ? .semicolon : .comma
        guard let csv = try? CSV<Enumerated>(string: plain + "\n", delimiter: delimiter, loadColumns: false) else { return nil }
        var line = 1
        return ([csv.header] + csv.rows).map { fields in
            defer { line += 1 + fields.reduce(0) { $0 + $1.count { $0 == "\n" } } }
            return (line, fields)
        }
    }
}
