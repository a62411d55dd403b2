import Catalogue
import Vietnamese

/// The catalogue's phrases, made ready to be found in a message.
struct Phrasebook: Sendable {
    /// A text as it is compared: its words, and those that are no particles.
    struct Message: Sendable {
        let text: Folded
        /// The words that are no particles; all of them where all are.
        let counting: [Folded.Word]
    }

    private struct Known: Sendable {
        let meaning: Phrase.Meaning
        let text: Folded
        /// The words that are compared.
        let words: [Folded.Word]
        /// Care wins over the rest, and what says more over what says less.
        var rank: (Int, Int) { (meaning.isCare ? 0 : 1, -words.count) }
    }

    /// By the letters of their first word, the longest first.
    private var particles: [[UInt8]: [Folded]] = [:]
    /// By the letters of all words.
    private var wholes: [[UInt8]: [Known]] = [:]
    /// By the letters of the words that are no particles.
    private var bareWholes: [[UInt8]: [Known]] = [:]
    /// By the letters of their first word.
    private var withins: [[UInt8]: [Known]] = [:]

    init(phrases: [Phrase], particles: [String]) {
        for particle in particles.map({ Folded($0) }).sorted(by: { $0.words.count > $1.words.count }) {
            self.particles[Phrasebook.key(particle.words.prefix(1), of: particle), default: []].append(particle)
        }
        for phrase in phrases {
            for text in phrase.whole {
                let message = message(Folded(text))
                let whole = Known(meaning: phrase.meaning, text: message.text, words: message.text.words)
                let bare = Known(meaning: phrase.meaning, text: message.text, words: message.counting)
                wholes[Phrasebook.key(whole.words, of: message.text), default: []].append(whole)
                bareWholes[Phrasebook.key(bare.words, of: message.text), default: []].append(bare)
            }
            for text in phrase.within.map({ Folded($0) }) {
                let within = Known(meaning: phrase.meaning, text: text, words: text.words)
                withins[Phrasebook.key(text.words.prefix(1), of: text), default: []].append(within)
            }
        }
    }

    func message(_ text: Folded) -> Message {
        var counting: [Folded.Word] = []
        var place = 0
        while place < text.words.count {
            let rest = text.words[place...]
            let particle = particles[Phrasebook.key(rest.prefix(1), of: text)]?.first { Phrasebook.agrees(rest, of: text, with: $0.words, of: $0) }
            if particle == nil { counting.append(text.words[place]) }
            place += max(1, particle?.words.count ?? 1)
        }
        return Message(text: text, counting: counting.isEmpty ? text.words : counting)
    }

    /// What the message means, if it is a phrase or has one in it.
    func meaning(of message: Message) -> Phrase.Meaning? {
        let within = within(message.text)
        if let within, within.isCare { return within }
        return find(message.text.words, of: message.text, in: wholes) ?? find(message.counting, of: message.text, in: bareWholes) ?? within
    }

    /// The number that the message is, apart from particles: “2 ạ”.
    func number(in message: Message) -> Int? {
        guard message.counting.count == 1, let word = message.counting.first else { return nil }
        return Int(String(decoding: message.text.letters[word.range], as: UTF8.self))
    }

    /// Whether a label is what the message says, apart from particles and missing diacritics.
    func isSame(_ message: Message, _ label: String) -> Bool {
        let label = self.message(Folded(label))
        return message.counting.count == label.counting.count
            && Phrasebook.agrees(message.counting[...], of: message.text, with: label.counting, of: label.text)
    }

    private func within(_ text: Folded) -> Phrase.Meaning? {
        var best: Known?
        for place in text.words.indices {
            let rest = text.words[place...]
            for known in withins[Phrasebook.key(rest.prefix(1), of: text)] ?? []
            where best.map({ known.rank < $0.rank }) ?? true && Phrasebook.agrees(rest, of: text, with: known.words, of: known.text) {
                best = known
            }
        }
        return best?.meaning
    }

    private func find(_ words: [Folded.Word], of text: Folded, in table: [[UInt8]: [Known]]) -> Phrase.Meaning? {
        table[Phrasebook.key(words, of: text)]?.first { Phrasebook.agrees(words[...], of: text, with: $0.words, of: $0.text) }?.meaning
    }

    /// Whether words begin with other words, as far as both were written.
    private static func agrees(_ words: ArraySlice<Folded.Word>, of text: Folded, with others: [Folded.Word], of other: Folded) -> Bool {
        words.count >= others.count && zip(words, others).allSatisfy { text.agrees($0, with: $1, of: other) }
    }

    private static func key(_ words: some Sequence<Folded.Word>, of text: Folded) -> [UInt8] {
        Array(words.map { text.letters[$0.range] }.joined(separator: [UInt8(ascii: " ")]))
    }
}
