public import ArgumentParser
import Catalogue
import Foundation
public import Matching
import Service
import Vietnamese

/// `tungngo eval`: how well the catalogue does on labelled questions.
struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the matcher on labelled questions, one JSON object a line: {\"text\",\"intent\",\"accept\"?}.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "A folder of intents to measure with, in place of the catalogue's own; its lexicon.yaml is used if there is one.")
    var intents: String?
    @Option(help: "How the questions are typed: written, bare, typos or teencode.") var condition = Condition.written
    @Flag(help: "Print JSON.") var json = false
    @Option(help: "A folder to write confusions, their reasons, and pictures of the confidence to; it is made if it is not there.")
    var report: String?
    @Argument(help: "The file of questions.") var questions: String

    mutating func run() throws {
        let rows = try readQuestions()
        let (matcher, lexicon) = try loadMatcher()
        let clock = ContinuousClock()
        let start = clock.now
        let evaluation = Evaluation(matcher: matcher, questions: rows, condition: condition, lexicon: lexicon) { start.duration(to: clock.now) }
        if let report {
            try write(EvaluationReport(evaluation) { matcher.understand($0).matches }, to: URL(filePath: report, directoryHint: .isDirectory))
        }
        let text = try JSONText.of(evaluation.score)
        guard !json else { return Terminal.print(text) }
        for line in text.split(separator: "\n").dropFirst().dropLast() {
            Terminal.print(line.replacing("\"", with: "").trimmingCharacters(in: CharacterSet(charactersIn: " ,")))
        }
    }

    private func write(_ report: EvaluationReport, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in report.files { try Data(file.text.utf8).write(to: folder.appending(path: file.name)) }
    }

    private func readQuestions() throws -> [LabelledQuestion] {
        guard let data = FileManager.default.contents(atPath: questions) else {
            throw ValidationError("\(questions) cannot be read; give a file with one JSON object a line")
        }
        let decoder = JSONDecoder()
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").enumerated().compactMap { number, line in
            guard !line.allSatisfy(\.isWhitespace) else { return nil }
            guard let row = try? decoder.decode(LabelledQuestion.self, from: Data(line.utf8)) else {
                throw ValidationError("\(questions):\(number + 1): no question; write {\"text\": \"…\", \"intent\": \"…\" or null}")
            }
            return row
        }
    }

    private func loadMatcher() throws -> (Matcher, Lexicon) {
        guard let intents else {
            let current = try options.load()
            return (current.matcher, current.catalogue.lexicon)
        }
        let measured = CatalogueReader.measure(folder: URL(filePath: intents, directoryHint: .isDirectory))
        let errors = measured.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw ValidationError(errors.map(EditorTexts().line(for:)).joined(separator: "\n")) }
        let lexicon = measured.lexicon ?? CatalogueReader(folder: options.folder, today: Day(inVietnam: Date())).read().catalogue.lexicon
        return (Matcher(intents: measured.intents, lexicon: lexicon), lexicon)
    }
}

extension Condition: ExpressibleByArgument {}
