import ArgumentParser
import Catalogue
import Foundation
import Matching
import Service
import Vietnamese

/// `tungngo ask`: one question, what it is taken for, and why.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ask one question and see what it is taken for, and why.")

    @OptionGroup var options: CatalogueOptions
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: "The question, as a citizen would type it.") var question: String

    private struct Answer: Encodable {
        struct Item: Encodable {
            let intent: String
            let title: String
            let guide: String?
            let score: Double
            let because: [String]
        }

        let decision: Decision
        let matches: [Item]
    }

    mutating func run() throws {
        let current = try options.load()
        let understanding = current.matcher.understand(MaskedText(masking: question).text)
        let reasons = Reasons(texts: current.catalogue.editor)
        guard json else {
            Terminal.print(reasons.headline(understanding))
            for (number, match) in understanding.matches.enumerated() {
                Terminal.print(reasons.line(match, rank: number + 1))
                for evidence in match.because { Terminal.print("   " + reasons.sentence(evidence)) }
            }
            return
        }
        let items = understanding.matches.map { match in
            Answer.Item(
                intent: match.intent, title: match.title, guide: match.guide, score: match.score, because: match.because.map(reasons.sentence))
        }
        Terminal.print(try JSONText.of(Answer(decision: understanding.decision, matches: items)))
    }
}
