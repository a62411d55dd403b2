import ArgumentParser
import Catalogue
import Foundation
import Matching
import Service

/// `tungngo check`: the catalogue proves itself.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the catalogue: every file, every rule, every sample question.",
        discussion: "Exit status 1 where there is an error, with --strict where there is a warning; 0 otherwise.")

    @OptionGroup var options: CatalogueOptions
    @Flag(help: "Take warnings for errors.") var strict = false
    @Option(
        help: "The day as of which reviews are due, such as 2027-05-01 (today).",
        transform: { text in
            guard let day = Day(text) else { throw ValidationError("“\(text)” is no day; write year-month-day, such as 2027-05-01") }
            return day
        }) var today: Day?

    mutating func run() throws {
        let reading = CatalogueReader(folder: options.folder, today: today ?? Day(inVietnam: Date())).read()
        let catalogue = reading.catalogue
        let diagnostics = (reading.diagnostics + CatalogueProof(catalogue).diagnostics).sorted { $0.position < $1.position }
        for diagnostic in diagnostics { Terminal.print(catalogue.editor.line(for: diagnostic)) }
        showConfusions(diagnostics, catalogue.editor)
        let counts = Dictionary(grouping: diagnostics, by: \.severity).mapValues(\.count)
        let worst = diagnostics.map(\.severity).max()
        let isSound = worst.map { $0 < (strict ? .warning : .error) } ?? true
        if isSound {
            let questions = catalogue.intents.reduce(0) { $0 + $1.questions.count }
            let size = ["intents": String(catalogue.intents.count), "guides": String(catalogue.guides.count), "questions": String(questions)]
            Terminal.print(catalogue.editor.sentence("check.sound", size))
        }
        let summary = [
            "errors": String(counts[.error] ?? 0), "warnings": String(counts[.warning] ?? 0), "notes": String(counts[.note] ?? 0),
        ]
        Terminal.print(catalogue.editor.sentence("check.summary", summary))
        if !isSound { throw ExitCode(1) }
    }

    /// Which intents are taken for which others when one sample after another is left out, the most confused first.
    private func showConfusions(_ diagnostics: [Diagnostic], _ texts: EditorTexts) {
        var counts: [[String]: Int] = [:]
        for diagnostic in diagnostics where diagnostic.kind == .leftOutSample {
            counts[[diagnostic.arguments["intent"] ?? "", diagnostic.arguments["other"] ?? ""], default: 0] += 1
        }
        guard !counts.isEmpty else { return }
        Terminal.print(texts.sentence("check.confusions"))
        for (pair, count) in counts.sorted(by: { (-$0.value, $0.key[0], $0.key[1]) < (-$1.value, $1.key[0], $1.key[1]) }) {
            Terminal.print("  \(count)\t\(pair[0]) → \(pair[1])")
        }
    }
}
