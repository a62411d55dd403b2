import Catalogue
import Foundation
import Matching
import Vietnamese

/// Where the numbers in ``Constants`` come from: each of them is changed by itself, and the catalogue's own samples are asked, each by
/// a matcher that has learnt from two thirds of the others. No other questions are looked at. `make tune`, some minutes.
///
/// Other catalogues are not like ours, so three are made from it: ours as it is, one with three samples for each intent and nothing else, and
/// one with few, broad and uneven intents (all intents of a file are one).
@main
struct Tuning {
    static func main() throws {
        let catalogue = CatalogueReader(folder: URL(filePath: "."), today: Day.distantPast).read().catalogue
        // `Tuning decisions` leaves the constants of the ranking alone: a minute instead of some.
        if CommandLine.arguments.contains("decisions") { return decide(Decisions(catalogue: catalogue)) }
        let tasks = [Task("whole", catalogue), Task("thin", catalogue, samples: 3), Task("broad", catalogue, isBroad: true)]
        print("top-1 in percent, as written, bare, with slips: " + tasks.map(\.name).joined(separator: " | "))
        report("as chosen", Constants(), tasks)
        for (name, variants) in grid {
            for (value, change) in variants {
                var constants = Constants()
                change(&constants)
                report("\(name) \(value)", constants, tasks)
            }
        }
        decide(Decisions(catalogue: catalogue))
    }

    /// A wrong answer misleads; it counts as much as three that are not given.
    private static func decide(_ decisions: Decisions) {
        print("\nhelped, answered wrongly, turned away what has no answer, all in percent; helped + turned away - 3 x wrong")
        for (name, variants) in [("as chosen", [(0, { @Sendable (_: inout Constants) in })])] + thresholds {
            for (value, change) in variants {
                var constants = Constants()
                change(&constants)
                let results = decisions.results(constants)
                let sum = results[0] + results[2] - 3 * results[1]
                print("\(name) \(value): \(results.map { "\(($0 * 1000).rounded() / 10)" }.joined(separator: " ")), \((sum * 1000).rounded() / 10)")
            }
        }
    }

    private static let thresholds: [(String, [(Float, @Sendable (inout Constants) -> Void)])] = [
        ("answer", [0.4, 0.6, 0.7].map { value in (value, { $0.answer = Double(value) }) }),
        ("clarify", [0.1, 0.15, 0.2, 0.3, 0.35, 0.4].map { value in (value, { $0.clarify = Double(value) }) }),
        ("trust", [0.3, 0.45, 0.8, 1].map { value in (value, { $0.trust = Double(value) }) }),
        ("tie", [0, 0.1].map { value in (value, { $0.tie = value }) }),
        ("certain", [0.6, 0.7, 0.9, 1].map { value in (value, { $0.certain = Double(value) }) }),
    ]

    private static func report(_ name: String, _ constants: Constants, _ tasks: [Task]) {
        let results = tasks.map { $0.results(constants) }
        let mean = results.flatMap(\.self).reduce(0, +) / Double(results.flatMap(\.self).count)
        let cells = results.map { $0.map { "\(($0 * 1000).rounded() / 10)" }.joined(separator: " ") }.joined(separator: " | ")
        print("\(name): \(cells), mean \((mean * 10000).rounded() / 100)")
    }

    private static let grid: [(String, [(Float, @Sendable (inout Constants) -> Void)])] = [
        ("pairFactor", [0.5, 0.75, 1.25].map { value in (value, { $0.pairFactor = value }) }),
        ("margin", [0.3, 0.4, 0.6, 0.7].map { value in (value, { $0.margin = value }) }),
        ("rounds", [2, 4, 6].map { value in (value, { $0.rounds = Int(value) }) }),
        ("longestStep", [0.025, 0.1].map { value in (value, { $0.longestStep = value }) }),
        ("otherForm", [0, 0.4, 1].map { value in (value, { $0.otherForm = value }) }),
        ("bySamples", [0, 0.25, 0.75, 1].map { value in (value, { $0.bySamples = value }) }),
        ("keywords", [0, 0.1, 0.3].map { value in (value, { $0.keywords = value }) }),
        ("against", [0.1, 0.4].map { value in (value, { $0.against = value }) }),
    ]
}
