internal import Vietnamese

/// Why a question was taken for an intent: made only for the few matches that are returned.
struct Reasons {
    /// Shares below this one are not worth an editor's look.
    private static let smallestShare: Float = 0.05

    private let matcher: Matcher
    private let words: [ReadWord]
    private let text: Folded
    private let fit: IntentIndex.Fit
    private let findings: [KeywordIndex.Finding]
    private let spelled: [String]
    private let corrections: [Evidence]

    init(matcher: Matcher, words: [ReadWord], text: Folded, fit: IntentIndex.Fit, findings: [KeywordIndex.Finding]) {
        self.matcher = matcher
        self.words = words
        self.text = text
        self.fit = fit
        self.findings = findings
        let spelled = words.map { word in
            word.number >= 0 ? matcher.wording.vocabulary.text(word.number) : String(decoding: text.letters[word.letters.asInt], as: UTF8.self)
        }
        self.spelled = spelled
        corrections = Self.corrections(words, spelled, text)
    }

    /// Keywords first, then what speaks against, then words by their share, then corrections.
    func evidence(for intent: Int) -> [Evidence] {
        var evidence: [Evidence] = []
        if let finding = findings.first(where: { $0.intent == intent }) {
            if finding.coverage > 0 { evidence.append(.keywords(matcher.keywords.texts(in: words, intent: intent))) }
            if finding.against >= 0 { evidence.append(.against(matcher.keywords.phrases[Int(finding.against)].text)) }
        }
        return evidence + shares(of: intent) + corrections
    }

    private func shares(of intent: Int) -> [Evidence] {
        var sums: [(words: String, share: Float)] = []
        func add(_ share: Float, _ words: String) {
            if let index = sums.firstIndex(where: { $0.words == words }) {
                sums[index].share += share
            } else {
                sums.append((words, share))
            }
        }
        let whole = max(fit.scores[intent], 1e-6)
        for (position, word) in words.enumerated() {
            add(matcher.index.share(ofWord: word, in: intent, fit, letters: text.letters) / whole, spelled[position])
            guard position > 0 else { continue }
            let share = matcher.index.share(ofPair: words[position - 1], word, in: intent, fit) / whole
            if share >= Self.smallestShare { add(share, spelled[position - 1] + " " + spelled[position]) }
        }
        return sums.filter { $0.share >= Self.smallestShare }.sorted { ($1.share, $0.words) < ($0.share, $1.words) }
            .map { .words($0.words, share: min(1, Double($0.share))) }
    }

    private static func corrections(_ words: [ReadWord], _ spelled: [String], _ text: Folded) -> [Evidence] {
        var result: [Evidence] = []
        var position = 0
        while position < words.count {
            let source = words[position].source
            let end = words[position...].firstIndex { $0.source != source } ?? words.endIndex
            defer { position = end }
            let isAsTyped = source.count == 1 && end == position + 1 && spelled[position].utf8.elementsEqual(text.word(Int(source.lowerBound)))
            if isAsTyped || words[position].number == Vocabulary.unknown { continue }
            let written = source.map { text.word(Int($0)) }.joined(separator: [UInt8(ascii: " ")])
            let reading = spelled[position..<end].joined(separator: " ")
            if !reading.utf8.elementsEqual(written) {
                result.append(.correction(written: String(decoding: Array(written), as: UTF8.self), reading: reading))
            }
        }
        return result
    }
}
