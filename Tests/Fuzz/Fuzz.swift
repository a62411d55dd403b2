import Catalogue
import Foundation
import Matching
import Vietnamese

/// Asks the matcher made-up texts, derived from the catalogue's own samples by random changes, for as long as it is let: `Fuzz
/// SECONDS [SEED]` from the package's folder. A crash, an answer out of bounds or one that takes too long ends it; the seed
/// and the text are printed before, so that it can be run again.
@main
struct Fuzz {
    /// No question may take longer, in milliseconds: a hundred times what the longest one takes.
    private static let slowest = 500.0

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        let seconds = Double(arguments.first ?? 60)
        let seed = arguments.dropFirst().first ?? UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        let catalogue = CatalogueReader(folder: URL(filePath: "."), today: Day.distantPast).read().catalogue
        let matcher = Matcher(catalogue)
        var mutation = Mutation(seeds: catalogue.intents.flatMap(\.questions), seed: seed)
        let start = ContinuousClock.now
        var count = 0
        var slowest = (milliseconds: 0.0, text: "")
        while (ContinuousClock.now - start) / .seconds(1) < seconds {
            let text = mutation.next()
            let began = ContinuousClock.now
            let understanding = matcher.understand(text)
            let took = (ContinuousClock.now - began) / .milliseconds(1)
            count += 1
            if took > slowest.milliseconds { slowest = (took, text) }
            guard isSound(understanding), took < Self.slowest, isFoldedTwice(text) else {
                print("text \(count), \(took) ms: \(text.debugDescription)")
                exit(1)
            }
        }
        print(
            "\(count) texts, the slowest \(slowest.milliseconds) ms, \(slowest.text.utf8.count) bytes: \(slowest.text.prefix(200).debugDescription)")
    }

    private static func isSound(_ understanding: Understanding) -> Bool {
        let scores = understanding.matches.map(\.score)
        let isRanked = understanding.decision == .clarify || scores == scores.sorted(by: >)
        return (0...1).contains(understanding.confidence) && scores.allSatisfy(\.isFinite) && isRanked
            && (understanding.decision == .unknown || !scores.isEmpty)
    }

    /// Folding what is folded changes nothing.
    private static func isFoldedTwice(_ text: String) -> Bool {
        let folded = Folding.fold(text)
        return Folding.fold(folded) == folded
    }
}
