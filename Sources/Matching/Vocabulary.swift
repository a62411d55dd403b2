internal import Vietnamese

/// The words that the catalogue knows, numbered from 0: those of its samples, keywords and lexicon, folded.
struct Vocabulary: Sendable {
    /// Stands before the first and after the last word of a text.
    static let start: Int32 = -2
    static let end: Int32 = -3
    /// A word that the catalogue does not know.
    static let unknown: Int32 = -1

    private var table = KeyTable()
    private var letters: [UInt8] = []
    private var starts: [Int32] = [0]
    /// How often each word stands in the samples; 0 for words that only the lexicon or the keywords have.
    private(set) var counts: [Int32] = []
    private var pairs = KeyTable()

    var count: Int { counts.count }

    /// The number of a word, -1 where it is unknown.
    @inline(__always)
    func number(of word: some Collection<UInt8>) -> Int32 {
        table[Key.word(word)]
    }

    @inline(__always)
    func number(ofKey key: UInt64) -> Int32 {
        table[key]
    }

    func word(_ number: Int32) -> ArraySlice<UInt8> {
        letters[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
    }

    func text(_ number: Int32) -> String {
        String(decoding: word(number), as: UTF8.self)
    }

    /// Whether two words stand next to each other in some sample (with ``start`` and ``end`` as words).
    @inline(__always)
    func isPair(_ first: Int32, _ second: Int32) -> Bool {
        first != Self.unknown && second != Self.unknown && pairs[Key.pair(first, second)] >= 0
    }

    /// Whether the word stands in a sample.
    @inline(__always)
    func isInSamples(_ number: Int32) -> Bool {
        number >= 0 && counts[Int(number)] > 0
    }

    mutating func add(_ word: some Collection<UInt8>) -> Int32 {
        let number = table.number(of: Key.word(word))
        if Int(number) == counts.count {
            letters.append(contentsOf: word)
            starts.append(Int32(letters.count))
            counts.append(0)
        }
        return number
    }

    mutating func add(_ text: Folded) {
        for word in text.words { _ = add(text.letters[word.range]) }
    }

    /// Adds the words of a text of an editor's, and returns them as read, with their diacritics.
    mutating func read(_ text: Folded) -> [ReadWord] {
        text.words.enumerated().map { index, word in
            ReadWord(
                number: add(text.letters[word.range]), source: Int32(index)..<Int32(index + 1),
                letters: Int32(word.range.lowerBound)..<Int32(word.range.upperBound), form: WrittenForm(word, of: text))
        }
    }

    /// Counts the words and pairs of a sample.
    mutating func count(_ sample: [Int32]) {
        guard let first = sample.first, let last = sample.last else { return }
        for word in sample { counts[Int(word)] += 1 }
        _ = pairs.number(of: Key.pair(Self.start, first))
        _ = pairs.number(of: Key.pair(last, Self.end))
        for (word, next) in zip(sample, sample.dropFirst()) { _ = pairs.number(of: Key.pair(word, next)) }
    }
}
