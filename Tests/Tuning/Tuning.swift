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
    }

    private static func report(_ name: String, _ constants: Constants, _ tasks: [Task]) {
        let results = tasks.map { $0.results(constants) }
        let mean = results.flatMap(\.self).reduce(0, +) / Double(results.flatMap(\.self).count)
        let cells = results.map { $0.map { "\(($0 * 1000).rounded() / 10)" }.joined(separator: " ") }.joined(separator: " | ")
        print("\(name): \(cells), mean \((mean * 10000).rounded() / 100)")
    }

    private static let grid: [(String, [(Float, @Sendable (inout Constants) -> Void)])] = [
        ("pairFactor", [0.5, 0.75, 1.25].map { value in (value, { $0.pairFactor = value }) }),
        ("margin", [0.3, 0.4, 0.6, 0.7].map { value in (value, { $0.margin = value }) }),
        ("rounds", [2, 8].map { value in (value, { $0.rounds = Int(value) }) }),
        ("longestStep", [0.025, 0.1].map { value in (value, { $0.longestStep = value }) }),
        ("averages", [0, 1].map { value in (value, { $0.averages = value > 0 }) }),
        ("coverage", [0, 0.05, 0.2].map { value in (value, { $0.coverage = value }) }),
        ("keywords", [0, 0.1, 0.3].map { value in (value, { $0.keywords = value }) }),
        ("against", [0.1, 0.4].map { value in (value, { $0.against = value }) }),
    ]
}
