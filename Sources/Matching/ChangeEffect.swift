public import Catalogue

/// What a change of the catalogue does to its samples and to questions that were really asked.
public struct ChangeEffect: Sendable {
    /// A question that is taken for something else than before.
    public struct Difference: Sendable, Hashable {
        public let text: String
        /// How often it was asked.
        public let count: Int
        public let before: Understanding
        public let after: Understanding
    }

    /// A sample that the change turns away from its intent.
    public struct TurnedSample: Sendable, Hashable {
        public let text: String
        public let intent: String
        public let after: Understanding
    }

    /// Questions that are answered now and were not before.
    public let answered: Int
    /// Questions that are not answered as before any more.
    public let taken: Int
    /// The most frequent first.
    public let differences: [Difference]
    public let turned: [TurnedSample]

    public var isRefused: Bool { !turned.isEmpty }

    private static let part = 64

    /// Asks both matchers, on all cores: linear in samples and questions, some 0.1 ms for each on one core.
    ///
    /// - Parameters:
    ///   - intents: those whose samples must keep reaching them, as they were before the change.
    ///   - questions: different texts, each with how often it was asked.
    public init(before: Matcher, after: Matcher, intents: [Intent], questions: [(text: String, count: Int)]) {
        let samples = intents.flatMap { intent in intent.questions.map { (text: $0, intent: intent.id) } }
        turned = Self.map(samples) { sample in
            let now = after.understand(sample.text, limit: 1, explaining: false)
            guard !Self.reaches(sample.intent, now) else { return nil }
            // What missed its intent already is none of this change's doing.
            guard Self.reaches(sample.intent, before.understand(sample.text, limit: 1, explaining: false)) else { return nil }
            return TurnedSample(text: sample.text, intent: sample.intent, after: now)
        }
        differences = Self.map(questions) { question in
            let old = before.understand(question.text, limit: 3, explaining: false)
            let new = after.understand(question.text, limit: 3, explaining: false)
            guard old.decision != new.decision || old.decision != .unknown && old.matches.first?.intent != new.matches.first?.intent
            else { return nil }
            return Difference(text: question.text, count: question.count, before: old, after: new)
        }.sorted { ($0.count, $1.text) > ($1.count, $0.text) }
        answered = differences.filter { $0.before.decision != .answer && $0.after.decision == .answer }.reduce(0) { $0 + $1.count }
        taken = differences.filter { $0.before.decision == .answer }.reduce(0) { $0 + $1.count }
    }

    private static func reaches(_ intent: String, _ understanding: Understanding) -> Bool {
        understanding.decision != .unknown && understanding.matches.first?.intent == intent
    }

    private static func map<Item: Sendable, Result: Sendable>(_ items: [Item], _ body: @Sendable (Item) -> Result?) -> [Result] {
        let parts = (items.count + part - 1) / part
        return SideBySide.map(parts) { number in items[(number * part)..<min(items.count, (number + 1) * part)].compactMap(body) }.flatMap(\.self)
    }
}
