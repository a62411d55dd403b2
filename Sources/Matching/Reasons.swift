internal import Vietnamese

extension Matcher {
    /// Shares below this one are not worth an editor's look.
    private static let smallestShare = 0.05

    /// Why a question was taken for an intent: keywords first, then what speaks against, words by their share, corrections.
    func reasons(
        for intent: Int, _ words: [ReadWord], _ text: Folded, _ fit: IntentIndex.Fit, _ finding: KeywordIndex.Finding?
    ) -> [Evidence] {
        var reasons: [Evidence] = []
        if let finding, finding.coverage > 0 { reasons.append(.keywords(finding.phrases.map { keywords.phrases[Int($0)].text })) }
        if let finding, finding.against >= 0 { reasons.append(.against(keywords.phrases[Int(finding.against)].text)) }
        reasons += shares(for: intent, words, text, fit).map { .words($0.words, share: $0.share) }
        return reasons + corrections(words, text)
    }

    private func shares(for intent: Int, _ words: [ReadWord], _ text: Folded, _ fit: IntentIndex.Fit) -> [(words: String, share: Double)] {
        var sums: [String: Float] = [:]
        for (position, word) in words.enumerated() {
            sums[spelled(word, text), default: 0] += index.share(ofWord: word, in: intent, fit, letters: text.letters)
            guard position > 0 else { continue }
            let share = index.share(ofPair: words[position - 1], word, in: intent, fit)
            if share != 0 { sums[spelled(words[position - 1], text) + " " + spelled(word, text), default: 0] += share }
        }
        let whole = max(Double(fit.scores[intent]), 1e-6)
        return sums.map { (words: $0, share: min(1, Double($1) / whole)) }
            .filter { $0.share >= Self.smallestShare }
            .sorted { ($1.share, $0.words) < ($0.share, $1.words) }
    }

    private func corrections(_ words: [ReadWord], _ text: Folded) -> [Evidence] {
        var result: [Evidence] = []
        var position = 0
        while position < words.count {
            let source = words[position].source
            let run = words[position...].prefix { $0.source == source }
            position += run.count
            let written = source.map { String(decoding: text.word(Int($0)), as: UTF8.self) }.joined(separator: " ")
            let reading = run.map { spelled($0, text) }.joined(separator: " ")
            if written != reading { result.append(.correction(written: written, reading: reading)) }
        }
        return result
    }

    private func spelled(_ word: ReadWord, _ text: Folded) -> String {
        word.number >= 0 ? corpus.vocabulary.text(word.number) : String(decoding: text.letters[word.letters.asInt], as: UTF8.self)
    }
}
