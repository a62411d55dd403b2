internal import Vietnamese

/// What was heard in a message: what its words mean all together or, where that is not clear, what a clause of it means; and
/// what else is asked besides.
struct Heard {
    var assessment: Assessment
    /// The intent of a second question of the message.
    var other: Int?
}

extension Matcher {
    /// From so many words on a message may hold more than its question.
    private static let longSentence = 7
    private static let ends = Array("?!.\n".utf8)
    /// Clauses beyond these are not looked at.
    private static let mostClauses = 16

    /// Words around a question (who one is, what happened before, greetings, thanks) water it down, so in a long message each
    /// clause is asked by itself as well, unless it is one sentence that is as good as certain as it stands. Two clauses that are clear and differ
    /// are two questions.
    func hear(_ words: [ReadWord], _ text: Folded, _ question: String, limit: Int) -> Heard? {
        guard let whole = assess(words, letters: text.letters, limit: limit) else { return nil }
        let isOneSentence = !question.utf8.dropLast().contains { Self.ends.contains($0) }
        let isCertain = isOneSentence && whole.decision == .answer && whole.confidence >= constants.certain
        guard words.count >= Self.longSentence, !isCertain else { return Heard(assessment: whole) }
        let clauses = Self.clauses(of: words, starts: Clauses.starts(in: question, folded: text)).prefix(Self.mostClauses)
        let clear = clauses.compactMap { assess(Array(words[$0]), letters: text.letters, limit: limit) }.filter { $0.decision == .answer }
        if let first = clear.first, let other = clear.first(where: { isOther($0.first, than: first.first) }) {
            return Heard(assessment: first, other: other.first)
        }
        guard whole.decision != .answer, let best = clear.max(by: { $0.confidence < $1.confidence }), best.confidence >= constants.certain
        else { return Heard(assessment: whole) }
        return Heard(assessment: best)
    }

    private func isOther(_ intent: Int, than first: Int) -> Bool {
        intent != first && (intents[intent].guide == nil || intents[intent].guide != intents[first].guide)
    }

    /// The runs of words between the places at which clauses start, where there are several; single words are none.
    private static func clauses(of words: [ReadWord], starts: [Int]) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var begin = 0
        for start in starts {
            let end = words.firstIndex { $0.source.lowerBound >= Int32(start) } ?? words.endIndex
            if end > begin { clauses.append(begin..<end) }
            begin = max(begin, end)
        }
        if begin < words.endIndex { clauses.append(begin..<words.endIndex) }
        return clauses.count > 1 ? clauses.filter { $0.count > 1 } : []
    }
}
