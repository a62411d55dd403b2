internal import Dispatch
internal import Synchronization

/// How a guide is worded: short sentences, words that people know, and texts of the right length to pass on and to read out.
struct WordingRules {
    /// In syllables; whoever reads slowly has lost the beginning of a longer one.
    static let longestSentence = 30
    /// In syllables.
    static let longestExplanation = 20
    /// In characters; a share text must be shorter.
    static let shareLimit = 500
    /// In syllables: 60 to 100 seconds at four a second.
    static let loudspeakerLengths = 240...400

    let catalogue: Catalogue
    /// For each guide where its steps' headings stand.
    let steps: [String: [Position]]
    /// The guides for which there is a text to read out but no file of their own.
    let orphans: [String]

    /// The guides and the glossary side by side: each is all of the text once over.
    func check(_ findings: inout Findings) {
        let parts = Mutex([Findings(), Findings()])
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            var findings = Findings()
            if part == 0 { checkGuides(&findings) } else { checkGlossary(&findings) }
            parts.withLock { $0[part] = findings }
        }
        for part in parts.withLock(\.self) { findings.add(part) }
    }

    private func checkGuides(_ findings: inout Findings) {
        for guide in catalogue.guides {
            checkSentences(of: guide, &findings)
            checkShare(of: guide, &findings)
            checkLoudspeaker(of: guide, &findings)
        }
        for id in orphans {
            findings.add(.loudspeakerWithoutGuide, at: Position(file: "content/loudspeaker/\(id).txt"), ["guide": id])
        }
    }

    private func checkSentences(of guide: Guide, _ findings: inout Findings) {
        let place = Position(file: "content/guides/\(guide.id).md")
        let parts = [(place, [guide.introduction] + guide.prepare)] + zip(steps[guide.id] ?? [], guide.steps).map { ($0, $1.wording) }
        let instead = catalogue.glossary.instead
        var isFirst = [Bool](repeating: false, count: 256)
        for word in instead.keys { if let first = word.utf8.first { isFirst[Int(first)] = true } }
        for (place, texts) in parts {
            var foreign: Set<String> = []
            for text in texts.map(Prose.init) {
                for (sentence, count) in text.sentences(longerThan: Self.longestSentence) {
                    findings.add(
                        .longSentence, at: place, ["sentence": sentence.beginning, "count": String(count), "limit": String(Self.longestSentence)])
                }
                for word in text.unquotedWords(beginningWith: isFirst) {
                    guard let better = instead[word], foreign.insert(word).inserted else { continue }
                    findings.add(.foreignWord, at: place, ["word": word, "instead": better])
                }
            }
        }
    }

    private func checkShare(of guide: Guide, _ findings: inout Findings) {
        let place = Position(file: "content/guides/\(guide.id).md")
        guard let share = guide.share else { return findings.add(.missingShare, at: place, ["limit": String(Self.shareLimit)]) }
        guard share.count >= Self.shareLimit else { return }
        findings.add(.shareTooLong, at: place, ["length": String(share.count), "limit": String(Self.shareLimit)])
    }

    private func checkLoudspeaker(of guide: Guide, _ findings: inout Findings) {
        let place = Position(file: "content/loudspeaker/\(guide.id).txt")
        let limits = ["least": String(Self.loudspeakerLengths.lowerBound), "most": String(Self.loudspeakerLengths.upperBound)]
        guard let text = guide.loudspeaker else { return findings.add(.missingLoudspeaker, at: place, limits) }
        let count = text.syllableCount
        guard !Self.loudspeakerLengths.contains(count) else { return }
        findings.add(.loudspeakerLength, at: place, limits.merging(["count": String(count)]) { limit, _ in limit })
    }

    private func checkGlossary(_ findings: inout Findings) {
        var unused = catalogue.glossary.terms
        for guide in catalogue.guides where !unused.isEmpty {
            let used = Set(Glossary(terms: unused).terms(in: guide))
            unused.removeAll(where: used.contains)
        }
        let isUnused = Set(unused)
        for term in catalogue.glossary.terms {
            if isUnused.contains(term) { findings.add(.unusedTerm, at: term.place, ["term": term.word]) }
            let count = term.explanation.syllableCount
            if count > Self.longestExplanation {
                findings.add(
                    .explanationTooLong, at: term.place, ["term": term.word, "count": String(count), "limit": String(Self.longestExplanation)])
            }
        }
    }
}

extension String {
    /// How many syllables it is read with.
    var syllableCount: Int { Prose(self).syllableCount }

    /// Enough of a sentence to find it by.
    fileprivate var beginning: String {
        let words = split(separator: " ")
        return words.count > 8 ? words.prefix(8).joined(separator: " ") + "…" : self
    }
}
