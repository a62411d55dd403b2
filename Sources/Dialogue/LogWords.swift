import Vietnamese

/// Phrases with what each means, ready to be found at a place of a log line.
struct LogWords<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let words: [Folded]
        let meaning: Meaning
    }

    /// By the letters of their first word, the longest first.
    private var entries: [String: [Entry]] = [:]

    /// - Parameter phrases: by meaning, one after another with commas between.
    init(_ phrases: [(Meaning, String)]) {
        for (meaning, list) in phrases {
            for phrase in list.split(separator: ",") {
                let words = phrase.split(separator: " ").map { Folded(String($0)) }
                guard let first = words.first else { continue }
                entries[first.text, default: []].append(Entry(words: words, meaning: meaning))
            }
        }
        for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// The longest phrase that begins here; no phrase goes over the end of a part.
    func match(_ tokens: some RandomAccessCollection<LogToken>) -> (count: Int, meaning: Meaning)? {
        guard let first = tokens.first, let known = entries[first.key] else { return nil }
        for entry in known where entry.words.count <= tokens.count {
            let isHere = zip(tokens, entry.words).enumerated().allSatisfy { place, pair in
                pair.0.isSame(pair.1) && (place == 0 || !pair.0.beginsPart)
            }
            if isHere { return (entry.words.count, entry.meaning) }
        }
        return nil
    }

    func contains(_ token: LogToken) -> Bool {
        match(CollectionOfOne(token)) != nil
    }
}

extension LogWords<Void> {
    init(_ phrases: String) {
        self.init([((), phrases)])
    }
}
