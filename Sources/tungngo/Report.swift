import ArgumentParser
import Catalogue
import Foundation
import HelpDesk
import Logging
import Reports
import Service
import Storage
import Web

/// `tungngo report`: the activity report of a team and all below it, or of all.
///
/// The audit log names the member who looked, and whoever may run a command on the data folder signs in as nobody: so a line on
/// standard error says what was written, for the system's own log.
struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the activity report of a period.",
        discussion: "Counted by the day of help; the same figures in every format. Months that are closed do not move.")

    /// The file that it becomes.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case html, xlsx, csv, json
    }

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var database: DataOptions
    @Option(help: "The first day, as 2026-01-01.") var from: String
    @Option(help: "The last day, as 2026-12-31.") var to: String
    @Option(help: "The code of the team that reports, with all below it (else all teams).") var team: String?
    @Option(help: "html, to print on A4; xlsx; csv; or json.") var format: Format = .html
    @Option(name: .shortAndLong, help: "The file to write (else standard output).") var output: String?

    mutating func run() async throws {
        guard let first = Day(from), let last = Day(to) else { throw ValidationError("--from and --to are days, as 2026-01-01") }
        guard let period = Period(from: first, to: last) else { throw ValidationError("--from \(from) is after --to \(to)") }
        let catalogue = try options.load().catalogue
        let store = try await database.store()
        let now = Date()
        try await store.closeMonths(on: Day(inVietnam: now), at: now)
        let code = team?.uppercased()
        var reporting: Team?
        if let code {
            reporting = try await store.team(code)
            if reporting == nil { throw ValidationError("there is no team “\(code)”; `tungngo members list` shows them") }
        }
        let report = ActivityReport(
            try await store.activity(of: code, in: period), of: reporting, in: period, texts: try await store.reportTexts(of: code),
            catalogue: catalogue, today: Day(inVietnam: now))
        try OutputFile.write(try await data(of: report, catalogue), to: output)
        Logger(label: "tungngo").notice(
            "report written",
            metadata: ["team": "\(code ?? "all")", "from": "\(first)", "to": "\(last)", "format": "\(format.rawValue)", "file": "\(output ?? "-")"])
    }

    private func data(of report: ActivityReport, _ catalogue: Catalogue) async throws -> Data {
        let words = catalogue.pages["report"] ?? [:]
        switch format {
        case .html: return Data(try await ReportPrinter(catalogue, folder: options.folder).html(of: report, hasMembers: true).utf8)
        case .xlsx: return try ReportFormat.xlsx.data(of: report, words: words)
        case .csv: return try ReportFormat.csv.data(of: report, words: words)
        case .json: return try ReportFormat.json.data(of: report, words: words)
        }
    }
}
