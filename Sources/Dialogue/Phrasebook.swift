import Catalogue
import Vietnamese

/// The catalogue's phrases, made ready to be found in a message.
struct Phrasebook: Sendable {
    private struct Known: Sendable {
        let meaning: Phrase.Meaning
        let folded: Folded
        /// The words that are compared.
        let words: [Folded.Word]
    }

    private let particles: [Folded]
    /// By the letters of all words.
    private var wholes: [[UInt8]: [Known]] = [:]
    /// By the letters of the words that are no particles.
    private var bareWholes: [[UInt8]: [Known]] = [:]
    private var withins: [Known] = []

    init(phrases: [Phrase], particles: [String]) {
        self.particles = particles.map { Folded($0) }.sorted { $0.words.count > $1.words.count }
        for phrase in phrases {
            for text in phrase.whole {
                let folded = Folded(text)
                let whole = Known(meaning: phrase.meaning, folded: folded, words: folded.words)
                let bare = Known(meaning: phrase.meaning, folded: folded, words: counting(folded))
                wholes[Phrasebook.key(whole.words, of: folded), default: []].append(whole)
                bareWholes[Phrasebook.key(bare.words, of: folded), default: []].append(bare)
            }
            withins += phrase.within.map { text in
                let folded = Folded(text)
                return Known(meaning: phrase.meaning, folded: folded, words: folded.words)
            }
        }
        // Care wins over the rest, and what says more over what says less.
        withins.sort { ($0.meaning.isCare ? 0 : 1, -$0.words.count) < ($1.meaning.isCare ? 0 : 1, -$1.words.count) }
    }

    /// The cry for help in a message, if there is one.
    func care(in message: Folded) -> Phrase.Meaning? {
        meaning(of: message).flatMap { $0.isCare ? $0 : nil }
    }

    /// What the message means, if it is a phrase or has one in it.
    func meaning(of message: Folded) -> Phrase.Meaning? {
        if let found = withins.first(where: { $0.meaning.isCare && message.contains($0.folded) }) { return found.meaning }
        return find(message.words, of: message, in: wholes) ?? find(counting(message), of: message, in: bareWholes)
            ?? withins.first { message.contains($0.folded) }?.meaning
    }

    /// Whether two texts say the same, apart from particles and missing diacritics.
    func isSame(_ one: Folded, _ other: Folded) -> Bool {
        let (words, others) = (counting(one), counting(other))
        return words.count == others.count && zip(words, others).allSatisfy { one.agrees($0, with: $1, of: other) }
    }

    /// The number that the message is, apart from particles: “2 ạ”.
    func number(in message: Folded) -> Int? {
        let words = counting(message)
        guard words.count == 1, let word = words.first else { return nil }
        return Int(String(decoding: message.letters[word.range], as: UTF8.self))
    }

    private func find(_ words: [Folded.Word], of message: Folded, in table: [[UInt8]: [Known]]) -> Phrase.Meaning? {
        table[Phrasebook.key(words, of: message)]?.first { known in
            zip(words, known.words).allSatisfy { message.agrees($0, with: $1, of: known.folded) }
        }?.meaning
    }

    /// The words that are no particles; all of them where all are.
    private func counting(_ text: Folded) -> [Folded.Word] {
        var words: [Folded.Word] = []
        var place = 0
        while place < text.words.count {
            let particle = particles.first { particle in
                particle.words.count <= text.words.count - place
                    && zip(text.words[place...], particle.words).allSatisfy { text.agrees($0, with: $1, of: particle) }
            }
            if particle == nil { words.append(text.words[place]) }
            place += max(1, particle?.words.count ?? 1)
        }
        return words.isEmpty ? text.words : words
    }

    private static func key(_ words: [Folded.Word], of text: Folded) -> [UInt8] {
        Array(words.map { text.letters[$0.range] }.joined(separator: [UInt8(ascii: " ")]))
    }
}
