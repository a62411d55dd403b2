import Catalogue
import Vietnamese

/// The catalogue's phrases, made ready to be found in a message.
struct Phrasebook: Sendable {
    private struct Known: Sendable {
        let meaning: Phrase.Meaning
        let folded: Folded
        /// The words that count: all but the particles.
        let words: [Folded.Word]
    }

    private let particles: [Folded]
    /// By the letters of the words that count.
    private var wholes: [[UInt8]: [Known]] = [:]
    private var withins: [Known] = []

    init(phrases: [Phrase], particles: [String]) {
        self.particles = particles.map { Folded($0) }
        for phrase in phrases {
            for text in phrase.whole {
                let known = known(text, phrase.meaning)
                wholes[Phrasebook.key(known.words, of: known.folded), default: []].append(known)
            }
            withins += phrase.within.map { known($0, phrase.meaning) }
        }
        // Care wins over the rest, and what says more over what says less.
        withins.sort { ($0.meaning.isCare ? 0 : 1, -$0.folded.words.count) < ($1.meaning.isCare ? 0 : 1, -$1.folded.words.count) }
    }

    /// The cry for help in a message, if there is one.
    func care(in message: Folded) -> Phrase.Meaning? {
        meaning(of: message).flatMap { $0.isCare ? $0 : nil }
    }

    /// What the message means, if it is a phrase or has one in it.
    func meaning(of message: Folded) -> Phrase.Meaning? {
        if let found = withins.first(where: { $0.meaning.isCare && message.contains($0.folded) }) { return found.meaning }
        let words = counting(message)
        let candidates = wholes[Phrasebook.key(words, of: message)] ?? []
        let whole = candidates.first { known in
            zip(words, known.words).allSatisfy { message.agrees($0, with: $1, of: known.folded) }
        }
        return whole?.meaning ?? withins.first { message.contains($0.folded) }?.meaning
    }

    /// The number that the message is, apart from particles: “số 2 ạ”.
    func number(in message: Folded) -> Int? {
        let words = counting(message)
        guard words.count == 1, let word = words.first else { return nil }
        return Int(String(decoding: message.letters[word.range], as: UTF8.self))
    }

    private func known(_ text: String, _ meaning: Phrase.Meaning) -> Known {
        let folded = Folded(text)
        return Known(meaning: meaning, folded: folded, words: counting(folded))
    }

    /// The words that count; all of them where all are particles.
    private func counting(_ text: Folded) -> [Folded.Word] {
        let words = text.words.filter { word in
            !particles.contains { particle in particle.words.count == 1 && text.agrees(word, with: particle.words[0], of: particle) }
        }
        return words.isEmpty ? text.words : words
    }

    private static func key(_ words: [Folded.Word], of text: Folded) -> [UInt8] {
        Array(words.map { text.letters[$0.range] }.joined(separator: [UInt8(ascii: " ")]))
    }
}
