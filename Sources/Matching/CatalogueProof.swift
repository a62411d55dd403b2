public import Catalogue
internal import Vietnamese

/// The catalogue proves itself: each sample must reach its own intent, no two intents may claim the same words, and it shows
/// where a person who words it otherwise would be misled.
public struct CatalogueProof: Sendable {
    /// How one sample fared.
    public struct Sample: Sendable, Hashable {
        public let intent: String
        /// Its place among the intent's questions, from 0.
        public let number: Int
        public let text: String
        public let understanding: Understanding
        /// How far the own intent is ahead of the next one; below 0 where another one is ahead.
        public let margin: Double
        public var reachesIntent: Bool { understanding.decision != .unknown && understanding.matches.first?.intent == intent }
    }

    /// A sample that is nearer than this to another intent is worth a look.
    private static let narrow = 0.05
    /// A pair of intents that is taken for each other more often than this has too little between it.
    private static let tolerated = 2
    /// So many parts are left out one after another, so that a sample is judged by all but a twentieth of the others.
    private static let parts = 20

    public let samples: [Sample]
    /// Sorted by place.
    public let diagnostics: [Diagnostic]

    /// Some hundred milliseconds for two thousand samples: it learns twenty times over.
    public init(_ catalogue: Catalogue) {
        let intents = catalogue.intents
        let lesson = Lesson(intents: intents, smallTalk: catalogue.smallTalk, lexicon: catalogue.lexicon)
        let matcher = Matcher(intents: intents, titles: [:], lesson: lesson, calibrating: true)
        samples = intents.flatMap { intent in
            intent.questions.enumerated().filter { !Folded($1).words.isEmpty }
                .map { Self.prove($1, number: $0, intent: intent, matcher: matcher) }
        }
        let leftOut = Rehearsal(lesson).withoutSamples(parts: Self.parts)
        diagnostics =
            (Self.misses(samples, catalogue.sources) + Self.confusions(leftOut, samples, intents, catalogue.sources)
            + Self.repetitions(intents, catalogue.sources) + KeywordProof(intents, lesson: lesson, sources: catalogue.sources).diagnostics)
            .sorted { ($0.position, $0.kind.rawValue) < ($1.position, $1.kind.rawValue) }
    }

    private static func prove(_ text: String, number: Int, intent: Intent, matcher: Matcher) -> Sample {
        let understanding = matcher.understand(text)
        let own = understanding.matches.first { $0.intent == intent.id }?.score ?? 0
        let other = understanding.matches.first { $0.intent != intent.id }?.score ?? 0
        return Sample(intent: intent.id, number: number, text: text, understanding: understanding, margin: own - other)
    }

    private static func misses(_ samples: [Sample], _ sources: SourceMap) -> [Diagnostic] {
        samples.compactMap { sample in
            let isNarrow = sample.margin < narrow
            guard !sample.reachesIntent || isNarrow else { return nil }
            let other = sample.understanding.matches.first { $0.intent != sample.intent }?.intent ?? "–"
            return Diagnostic(
                sample.reachesIntent ? .sampleNarrow : .sampleMissesIntent, at: sources.question(sample.number, of: sample.intent),
                [
                    "intent": sample.intent, "sample": sample.text, "other": other, "margin": rounded(sample.margin),
                    "decision": sample.understanding.decision.rawValue,
                ])
        }
    }

    private static func confusions(
        _ outcomes: [Rehearsal.Outcome], _ samples: [Sample], _ intents: [Intent], _ sources: SourceMap
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var counts: [[String]: Int] = [:]
        for outcome in outcomes where !outcome.isRight {
            let sample = samples[outcome.sample]
            let other = intents[outcome.first].id
            counts[[sample.intent, other], default: 0] += 1
            diagnostics.append(
                Diagnostic(
                    .leftOutSample, at: sources.question(sample.number, of: sample.intent),
                    ["intent": sample.intent, "sample": sample.text, "other": other, "margin": rounded(Double(outcome.signs.margin))]))
        }
        for (pair, count) in counts where count > tolerated {
            diagnostics.append(
                Diagnostic(
                    .confusedPair, at: sources.intents[pair[0]] ?? Position(file: "intents"),
                    ["intent": pair[0], "other": pair[1], "count": String(count)]))
        }
        return diagnostics
    }

    private static func repetitions(_ intents: [Intent], _ sources: SourceMap) -> [Diagnostic] {
        var owners: [String: String] = [:]
        var diagnostics: [Diagnostic] = []
        for intent in intents {
            for (number, question) in intent.questions.enumerated() {
                let owner = owners[Folding.fold(question), default: intent.id]
                owners[Folding.fold(question)] = owner
                guard owner != intent.id else { continue }
                diagnostics.append(
                    Diagnostic(
                        .repeatedSample, at: sources.question(number, of: intent.id), ["intent": intent.id, "sample": question, "other": owner]))
            }
        }
        return diagnostics
    }

    /// Two places behind the point, without a locale.
    static func rounded(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)." + (abs(hundredths) % 100 < 10 ? "0" : "") + "\(abs(hundredths) % 100)"
    }
}
