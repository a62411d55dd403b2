/// Phrases with what each means, ready to be found at a place of a log line.
struct LogWords<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let words: [LogWord]
        let meaning: Meaning
    }

    /// By the letters of their first word, the longest first.
    private var entries: [UInt64: [Entry]] = [:]
    /// Tells most words that begin no phrase.
    private var bits: UInt64 = 0

    /// - Parameter phrases: by meaning, one after another with commas between.
    init(_ phrases: [(Meaning, String)]) {
        for (meaning, list) in phrases {
            for phrase in list.split(separator: ",") {
                let words = phrase.split(separator: " ").compactMap { LogWord(String($0)) }
                guard let first = words.first else { continue }
                entries[first.letters, default: []].append(Entry(words: words, meaning: meaning))
                bits |= first.bit
            }
        }
        for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// The longest phrase that begins here; no phrase goes over the end of a part.
    func match(_ tokens: ArraySlice<LogToken>) -> (count: Int, meaning: Meaning)? {
        guard let first = tokens.first?.word, bits & first.bit != 0, let known = entries[first.letters] else { return nil }
        for entry in known where entry.words.count <= tokens.count {
            let isHere = entry.words.indices.allSatisfy { place in
                let token = tokens[tokens.startIndex + place]
                return (place == 0 || !token.beginsPart) && token.word?.isSame(entry.words[place]) == true
            }
            if isHere { return (entry.words.count, entry.meaning) }
        }
        return nil
    }

    /// What the word alone means.
    func meaning(of token: LogToken) -> Meaning? {
        guard let word = token.word, bits & word.bit != 0 else { return nil }
        return entries[word.letters]?.first { $0.words.count == 1 && word.isSame($0.words[0]) }?.meaning
    }

    func contains(_ token: LogToken) -> Bool {
        meaning(of: token) != nil
    }
}

extension LogWords<Void> {
    init(_ phrases: String) {
        self.init([((), phrases)])
    }
}
