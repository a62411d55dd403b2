import Vietnamese

/// What to type into a search box for a question: the question without the words that only ask.
struct SearchWords: Sendable {
    /// More words than these are a story; no search box finds one.
    private static let most = 8

    /// Phrases that only ask (“cho tôi hỏi”, “ở đâu”), the longest first.
    private let asking: [Folded]

    init(asking: [String]) {
        self.asking = asking.map { Folded($0) }.filter { !$0.words.isEmpty }.sorted { $0.words.count > $1.words.count }
    }

    /// - Returns: the words as the person wrote them; nil where none or too many are left.
    func words(of question: String) -> String? {
        let tokens = question.split { $0.isWhitespace || ($0.isPunctuation && $0 != "-" && $0 != "/") }
        let folded = tokens.map { Folded(String($0)) }
        var kept: [Substring] = []
        var place = 0
        while place < tokens.count {
            if let phrase = asking.first(where: { Self.stands($0, at: place, in: folded) }) {
                place += phrase.words.count
            } else {
                kept.append(tokens[place])
                place += 1
            }
        }
        return (1...Self.most).contains(kept.count) ? kept.joined(separator: " ") : nil
    }

    /// Words with which people ask how something is done; a line to a citizen (“bác bấm vào đó giúp em”) has none of them.
    private static let interrogatives = ["làm sao", "làm thế nào", "như thế nào", "thế nào", "ở đâu", "cách nào", "bằng cách nào", "sao"].map {
        Folded($0)
    }

    /// Whether a text asks how something is done: it has a question mark, or one of the words for it.
    static func asks(_ text: String) -> Bool {
        if text.contains("?") { return true }
        let words = text.split { $0.isWhitespace || $0.isPunctuation }.map { Folded(String($0)) }
        return words.indices.contains { place in interrogatives.contains { stands($0, at: place, in: words) } }
    }

    /// Whether a phrase stands at a place, one word to a token.
    private static func stands(_ phrase: Folded, at place: Int, in tokens: [Folded]) -> Bool {
        place + phrase.words.count <= tokens.count
            && phrase.words.indices.allSatisfy { number in
                let token = tokens[place + number]
                return token.words.count == 1 && token.agrees(token.words[0], with: phrase.words[number], of: phrase)
            }
    }
}
