internal import Vietnamese

/// Phrases and what stands for each: abbreviations written out, synonyms brought to one wording.
struct Phrasebook: Sendable {
    private struct Phrase: Sendable {
        let written: [Int32]
        let meaning: [ReadWord]
    }

    private let phrases: [Phrase]
    private let byFirst: KeyedLists

    /// Of phrases that begin alike the longest one is found first.
    private init(_ entries: [Phrase]) {
        phrases = entries.filter { !$0.written.isEmpty && !$0.meaning.isEmpty && $0.written != $0.meaning.map(\.number) }
            .sorted { $0.written.count > $1.written.count }
        byFirst = KeyedLists(phrases.enumerated().map { (UInt64(UInt32(bitPattern: $1.written[0])), Int32($0)) })
    }

    init(abbreviations: [Lexicon.Entry], vocabulary: inout Vocabulary) {
        self.init(
            abbreviations.map { entry in
                Phrase(written: vocabulary.read(Folded(entry.written)).map(\.number), meaning: vocabulary.read(Folded(entry.meaning)))
            })
    }

    init(synonyms: [[String]], abbreviations: Phrasebook, vocabulary: inout Vocabulary) {
        var entries: [Phrase] = []
        for list in synonyms {
            guard let first = list.first else { continue }
            let meaning = abbreviations.rewrite(vocabulary.read(Folded(first)))
            for other in list.dropFirst() {
                entries.append(Phrase(written: abbreviations.rewrite(vocabulary.read(Folded(other))).map(\.number), meaning: meaning))
            }
        }
        self.init(entries)
    }

    /// The words with every phrase replaced, from left to right, the longest phrase first. Linear.
    func rewrite(_ words: [ReadWord]) -> [ReadWord] {
        guard !phrases.isEmpty, words.contains(where: { !byFirst.list(UInt64(UInt32(bitPattern: $0.number))).isEmpty }) else { return words }
        var result: [ReadWord] = []
        result.reserveCapacity(words.count + 8)
        var position = 0
        while position < words.count {
            if let phrase = phrase(at: position, of: words) {
                let end = position + phrase.written.count
                let source = words[position].source.lowerBound..<words[end - 1].source.upperBound
                for word in phrase.meaning {
                    result.append(ReadWord(number: word.number, source: source, letters: words[position].letters, form: word.form))
                }
                position = end
            } else {
                result.append(words[position])
                position += 1
            }
        }
        return result
    }

    private func phrase(at position: Int, of words: [ReadWord]) -> Phrase? {
        for index in byFirst.list(UInt64(UInt32(bitPattern: words[position].number))) {
            let phrase = phrases[Int(byFirst.values[index])]
            let end = position + phrase.written.count
            if end <= words.count, zip(words[position..<end], phrase.written).allSatisfy({ $0.number == $1 }) { return phrase }
        }
        return nil
    }
}
