/// What the matcher makes of some words of a question.
struct Assessment {
    let words: [ReadWord]
    let fit: IntentIndex.Fit
    let findings: [KeywordIndex.Finding]
    /// The numbers of the best intents, best first; beyond the last intent stands what is no question.
    let ranking: [Int]
    let signs: Calibration.Signs
    let decision: Decision
    /// The probability (0…1) that the first is right.
    let confidence: Double

    var first: Int { ranking[0] }
}

extension Matcher {
    /// - Parameter limit: how many intents to rank at least.
    /// - Returns: nil where nothing speaks for any intent.
    func assess(_ words: [ReadWord], letters: [UInt8], limit: Int) -> Assessment? {
        var fit = index.fit(words, letters: letters)
        let findings = keywords.find(in: words, mass: fit.mass)
        for finding in findings { fit.scores[finding.intent] += keywords.score(finding) }
        let ranking = Self.best(fit.scores, count: max(4, limit + 1))
        guard let first = ranking.first, fit.scores[first] > 0 else { return nil }
        let signs = Calibration.Signs(
            fit.scores, ranking: ranking, coverage: index.coverage(words, of: first, mass: fit.mass), pairs: index.pairs(words, of: first))
        // What is said besides questions comes first only where nothing is asked.
        let isQuestion = first < intents.count
        let hasKeywords = findings.contains { $0.intent == first && $0.coverage > 0 && $0.against < 0 }
        return Assessment(
            words: words, fit: fit, findings: findings, ranking: ranking, signs: signs,
            decision: isQuestion ? calibration.decision(signs, hasKeywords: hasKeywords) : .unknown,
            confidence: isQuestion ? calibration.probability(signs) : 0)
    }
}
