/// The figures of an evaluation; all rates 0 to 1, and 0 where there was no question of the kind.
public struct EvaluationScore: Sendable, Hashable, Codable {
    /// How many questions have an intent; the figures down to ``refused`` are over these.
    public private(set) var inScope = 0
    /// The intent, or one that is as right, came first; among the first three.
    public private(set) var top1 = 0.0
    public private(set) var top3 = 0.0
    /// The mean of ``top1`` over the intents, each counting alike.
    public private(set) var top1Macro = 0.0
    public private(set) var answeredRight = 0.0
    /// Asked back, with a right one among the choices.
    public private(set) var clarifiedRight = 0.0
    public private(set) var answeredWrong = 0.0
    public private(set) var refused = 0.0
    /// How many questions have no intent; the next two are over these.
    public private(set) var outOfScope = 0
    /// Not known, or sent to the fallback guide.
    public private(set) var outOfScopeRefused = 0.0
    public private(set) var outOfScopeAnswered = 0.0
    /// How many were asked.
    public private(set) var questions = 0
    public private(set) var questionsPerSecond = 0.0
    public private(set) var microsecondsMean = 0.0
    public private(set) var microsecondsP50 = 0.0
    public private(set) var microsecondsP99 = 0.0

    private enum CodingKeys: String, CodingKey {
        case inScope = "in_scope"
        case top1, top3
        case top1Macro = "top1_macro"
        case answeredRight = "answered_right"
        case clarifiedRight = "clarified_right"
        case answeredWrong = "answered_wrong"
        case refused
        case outOfScope = "out_of_scope"
        case outOfScopeRefused = "out_of_scope_refused"
        case outOfScopeAnswered = "out_of_scope_answered"
        case questions
        case questionsPerSecond = "questions_per_second"
        case microsecondsMean = "microseconds_mean"
        case microsecondsP50 = "microseconds_p50"
        case microsecondsP99 = "microseconds_p99"
    }

    init(_ outcomes: [Evaluation.Outcome], times: [Duration]) {
        let within = outcomes.filter { $0.question.isInScope }
        let outside = outcomes.filter { !$0.question.isInScope }
        inScope = within.count
        outOfScope = outside.count
        top1 = Self.rate(within) { $0.hasRight(among: 1) }
        top3 = Self.rate(within) { $0.hasRight(among: 3) }
        let byIntent = Dictionary(grouping: within) { $0.question.intent }
        top1Macro = Self.mean(byIntent.keys.sorted { ($0 ?? "") < ($1 ?? "") }.map { Self.rate(byIntent[$0] ?? []) { $0.hasRight(among: 1) } })
        answeredRight = Self.rate(within) { $0.verdict == .answeredRight }
        clarifiedRight = Self.rate(within) { $0.verdict == .clarifiedRight }
        answeredWrong = Self.rate(within) { $0.verdict == .answeredWrong }
        refused = Self.rate(within) { $0.verdict == .refused }
        outOfScopeRefused = Self.rate(outside) { $0.verdict == .outOfScopeRefused }
        outOfScopeAnswered = Self.rate(outside) { $0.verdict == .outOfScopeAnswered }
        questions = outcomes.count
        let microseconds = times.map { $0 / .microseconds(1) }.sorted()
        microsecondsMean = Self.mean(microseconds)
        microsecondsP50 = Self.percentile(50, of: microseconds)
        microsecondsP99 = Self.percentile(99, of: microseconds)
        questionsPerSecond = microsecondsMean > 0 ? 1_000_000 / microsecondsMean : 0
    }

    private static func rate(_ outcomes: [Evaluation.Outcome], _ isCounted: (Evaluation.Outcome) -> Bool) -> Double {
        outcomes.isEmpty ? 0 : Double(outcomes.count(where: isCounted)) / Double(outcomes.count)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    /// The smallest value that at least so many of a hundred do not exceed.
    private static func percentile(_ percent: Int, of sorted: [Double]) -> Double {
        sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}

extension Evaluation.Outcome {
    func hasRight(among count: Int) -> Bool {
        understanding.matches.prefix(count).contains { question.isRight($0.intent) }
    }
}
