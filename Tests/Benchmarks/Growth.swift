import Catalogue
import Foundation
import Matching
import Vietnamese

/// How the matcher grows with its catalogue: time to build it, memory, and time for a question.
enum Growth {
    static func report() {
        print("\nGrowth: made-up catalogues with 20 samples an intent")
        for count in [67, 500, 5_000] {
            let made = GeneratedCatalogue(intents: count, samples: 20)
            let memory = residentMegabytes()
            let start = ContinuousClock.now
            let matcher = Matcher(intents: made.intents, lexicon: .empty)
            let built = (ContinuousClock.now - start) / .milliseconds(1)
            let grown = residentMegabytes() - memory
            let times = made.questions.map { question in
                (0..<3).map { _ in
                    let start = ContinuousClock.now
                    _ = matcher.understand(question.text, explaining: false)
                    return (ContinuousClock.now - start) / .microseconds(1)
                }.min() ?? 0
            }.sorted()
            let right = made.questions.count { matcher.understand($0.text, explaining: false).matches.first?.intent == $0.intent }
            let mean = times.reduce(0, +) / Double(times.count)
            print(
                "  \(count) intents: built in \(Measure.rounded(built)) ms, \(grown) MB; a question \(Measure.rounded(mean)) µs in the mean,",
                "\(Measure.rounded(times[times.count * 99 / 100])) µs at p99, \(right * 100 / made.questions.count) % right")
        }
    }

    /// 0 where the system does not tell.
    private static func residentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0) / 1024
    }
}
