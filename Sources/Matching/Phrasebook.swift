internal import Vietnamese

/// Phrases and what stands for each: abbreviations written out, synonyms brought to one wording.
struct Phrasebook: Sendable {
    private var phrases: [(written: [Int32], meaning: [Int32])] = []
    private var byFirst: KeyedLists

    /// - Parameter entries: by their numbers in the vocabulary; of phrases that begin alike the longest one is found.
    init(_ entries: [(written: [Int32], meaning: [Int32])]) {
        phrases = entries.filter { !$0.written.isEmpty && !$0.meaning.isEmpty && $0.written != $0.meaning }
            .sorted { $0.written.count > $1.written.count }
        byFirst = KeyedLists(phrases.enumerated().map { (UInt64(UInt32(bitPattern: $1.written[0])), Int32($0)) })
    }

    init(abbreviations: [Lexicon.Entry], vocabulary: inout Vocabulary) {
        self.init(
            abbreviations.map { (vocabulary.add(Folded($0.written)), vocabulary.add(Folded($0.meaning))) })
    }

    init(synonyms: [[String]], abbreviations: Phrasebook, vocabulary: inout Vocabulary) {
        var entries: [(written: [Int32], meaning: [Int32])] = []
        for list in synonyms {
            guard let first = list.first else { continue }
            let meaning = abbreviations.rewrite(vocabulary.add(Folded(first)))
            for other in list.dropFirst() {
                entries.append((abbreviations.rewrite(vocabulary.add(Folded(other))), meaning))
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
                    result.append(ReadWord(number: word, source: source, letters: words[position].letters, form: .bare))
                }
                position = end
            } else {
                result.append(words[position])
                position += 1
            }
        }
        return result
    }

    func rewrite(_ words: [Int32]) -> [Int32] {
        rewrite(words.map { ReadWord(number: $0, source: 0..<0, letters: 0..<0, form: .bare) }).map(\.number)
    }

    private func phrase(at position: Int, of words: [ReadWord]) -> (written: [Int32], meaning: [Int32])? {
        for index in byFirst.list(UInt64(UInt32(bitPattern: words[position].number))) {
            let phrase = phrases[Int(byFirst.values[index])]
            let end = position + phrase.written.count
            if end <= words.count, zip(words[position..<end], phrase.written).allSatisfy({ $0.number == $1 }) { return phrase }
        }
        return nil
    }
}
