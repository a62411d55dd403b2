/// An evaluation for a developer to look at: the rates with their intervals, who is taken for whom and why, and whether the
/// confidence holds what it says.
public struct EvaluationReport: Sendable {
    /// Names and texts of the files, `index.html` first.
    public let files: [(name: String, text: String)]

    /// - Parameter reasons: why a question was taken as it was; asked only for what went wrong.
    public init(_ evaluation: Evaluation, reasons: (String) -> [Match]) {
        let outcomes = evaluation.outcomes
        let confusions = Self.confusions(outcomes)
        files = [
            ("index.html", Self.page(evaluation)),
            (
                "rates.csv",
                Self.rates(evaluation).map { "\($0.name),\($0.share.count),\($0.share.total),\(Self.interval($0.share))" }.csv(
                    "rate,count,of,value,low,high")
            ),
            ("confusion.csv", confusions.map { "\($0.meant),\($0.first),\($0.count)" }.csv("meant,first,count")),
            ("confusion.svg", Self.matrix(outcomes)),
            ("confidence.svg", Self.histogram(outcomes)),
            ("reliability.svg", Self.reliability(outcomes)),
            ("worst.csv", Self.worst(outcomes, confusions, reasons)),
        ]
    }

    /// Every rate of the score that counts questions.
    static func rates(_ evaluation: Evaluation) -> [(name: String, share: Proportion)] {
        let inside = evaluation.outcomes.filter(\.question.isInScope)
        let outside = evaluation.outcomes.filter { !$0.question.isInScope }
        func share(_ of: [Evaluation.Outcome], _ isCounted: (Evaluation.Outcome) -> Bool) -> Proportion {
            Proportion(of.count(where: isCounted), of: of.count)
        }
        return [
            ("top1", share(inside) { $0.hasRight(among: 1) }), ("top3", share(inside) { $0.hasRight(among: 3) }),
            ("answered_right", share(inside) { $0.verdict == .answeredRight }), ("clarified_right", share(inside) { $0.verdict == .clarifiedRight }),
            ("answered_or_clarified_right", share(inside) { $0.verdict == .answeredRight || $0.verdict == .clarifiedRight }),
            ("answered_wrong", share(inside) { $0.verdict == .answeredWrong }), ("refused", share(inside) { $0.verdict == .refused }),
            ("out_of_scope_refused", share(outside) { $0.verdict == .outOfScopeRefused }),
            ("out_of_scope_answered", share(outside) { $0.verdict == .outOfScopeAnswered }),
        ]
    }

    /// In which order of how often; what is right or has no match is none.
    static func confusions(_ outcomes: [Evaluation.Outcome]) -> [(meant: String, first: String, count: Int)] {
        var counts: [[String]: Int] = [:]
        for outcome in outcomes where !outcome.hasRight(among: 1) {
            guard let first = outcome.understanding.matches.first?.intent, outcome.question.isInScope || outcome.understanding.decision != .unknown
            else { continue }
            counts[[outcome.question.intent ?? "-", first], default: 0] += 1
        }
        return counts.map { (meant: $0.key[0], first: $0.key[1], count: $0.value) }
            .sorted { (-$0.count, $0.meant, $0.first) < (-$1.count, $1.meant, $1.first) }
    }

    private static func worst(
        _ outcomes: [Evaluation.Outcome], _ confusions: [(meant: String, first: String, count: Int)], _ reasons: (String) -> [Match]
    ) -> String {
        let rank = Dictionary(confusions.enumerated().map { ([$1.meant, $1.first], $0) }, uniquingKeysWith: { first, _ in first })
        let wrong = outcomes.compactMap { outcome -> (rank: Int, outcome: Evaluation.Outcome)? in
            guard !outcome.hasRight(among: 1), let first = outcome.understanding.matches.first?.intent else { return nil }
            return rank[[outcome.question.intent ?? "-", first]].map { ($0, outcome) }
        }.sorted { ($0.rank, -$0.outcome.understanding.confidence) < ($1.rank, -$1.outcome.understanding.confidence) }
        return wrong.map { _, outcome in
            let first = reasons(outcome.asked).first
            let because = first?.because.map(told).joined(separator: "; ") ?? ""
            let confidence = Chart.rounded(outcome.understanding.confidence)
            return [
                outcome.question.intent ?? "-", first?.intent ?? "-", outcome.understanding.decision.rawValue, "\(confidence)", outcome.asked,
                because,
            ]
            .map(quoted).joined(separator: ",")
        }.csv("meant,first,decision,confidence,question,because")
    }

    private static func told(_ evidence: Evidence) -> String {
        switch evidence {
        case .words(let words, let share): "\(words) \(Int((share * 100).rounded())) %"
        case .keywords(let words): "keywords " + words.joined(separator: " + ")
        case .against(let word): "not " + word
        case .correction(let written, let reading): "\(written) -> \(reading)"
        }
    }

    private static func quoted(_ field: String) -> String { "\"" + field.replacing("\"", with: "\"\"") + "\"" }

    static func interval(_ share: Proportion) -> String {
        "\(Chart.rounded(share.rate)),\(Chart.rounded(share.interval.lowerBound)),\(Chart.rounded(share.interval.upperBound))"
    }
}

extension [String] {
    fileprivate func csv(_ head: String) -> String { ([head] + self).joined(separator: "\n") + "\n" }
}
