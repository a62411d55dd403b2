public import Catalogue
public import Vietnamese

/// How well a matcher does on questions whose intents are known, and how fast.
public struct Evaluation: Sendable, Hashable {
    /// What became of one question.
    public enum Verdict: String, Sendable, Hashable, Codable {
        case answeredRight, clarifiedRight, answeredWrong, clarifiedWrong, refused
        case outOfScopeRefused, outOfScopeClarified, outOfScopeAnswered
    }

    public struct Outcome: Sendable, Hashable {
        public let question: LabelledQuestion
        /// The question as it was asked, under the evaluation's condition.
        public let asked: String
        public let understanding: Understanding
        public let verdict: Verdict
    }

    /// In the order of the questions, without the borderline ones.
    public let outcomes: [Outcome]
    public let score: EvaluationScore

    /// Asks every question once; those on the borderline are not asked.
    ///
    /// - Parameters:
    ///   - fallback: the guide to which the catalogue sends what it does not know; to answer with it is to refuse.
    ///   - now: the time since some fixed moment.
    public init(
        matcher: Matcher, questions: [LabelledQuestion], condition: Condition = .written, lexicon: Lexicon = .empty,
        fallback: String = Guide.fallback, now: () -> Duration
    ) {
        var outcomes: [Outcome] = []
        var times: [Duration] = []
        for question in questions where !question.isBorderline {
            let asked = condition.applied(to: question.text, lexicon: lexicon)
            let start = now()
            let understanding = matcher.understand(asked, explaining: false)
            times.append(now() - start)
            let verdict = Self.verdict(on: understanding, for: question, fallback: fallback)
            outcomes.append(Outcome(question: question, asked: asked, understanding: understanding, verdict: verdict))
        }
        self.outcomes = outcomes
        score = EvaluationScore(outcomes, times: times)
    }

    static func verdict(on understanding: Understanding, for question: LabelledQuestion, fallback: String) -> Verdict {
        let first = understanding.matches.first
        switch (understanding.decision, question.isInScope) {
        case (.unknown, true): return .refused
        case (.unknown, false): return .outOfScopeRefused
        case (.answer, true): return first.map { question.isRight($0.intent) } == true ? .answeredRight : .answeredWrong
        case (.answer, false): return first?.guide == fallback || first?.intent == fallback ? .outOfScopeRefused : .outOfScopeAnswered
        case (.clarify, true): return understanding.matches.contains { question.isRight($0.intent) } ? .clarifiedRight : .clarifiedWrong
        case (.clarify, false): return .outOfScopeClarified
        }
    }
}
