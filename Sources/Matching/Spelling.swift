internal import Vietnamese

/// What a typed word may stand for, judged by the catalogue's own vocabulary: slips, spellings by ear, chat
/// abbreviations, words of a region, initials, keystrokes without an input method, words run together.
///
/// All costs are of a kind: 0.8 is what a pair of neighbours known from the samples is worth (``Reading``).
struct Spelling: Sendable {
    /// A reading of one or more typed words that is written down nowhere but in the lexicon or the samples.
    struct Expansion: Sendable {
        let written: [Int32]
        let form: WrittenForm
        let meaning: [ReadWord]
        let cost: Float
    }

    /// Letters of a word beyond these are not read.
    static let longestWord = 24

    let vocabulary: Vocabulary
    private let deletions: KeyedLists
    private let sounds: KeyedLists
    /// By first letter and length, for words with two slips.
    private let beginnings: KeyedLists
    private let expansionsByFirst: KeyedLists
    private let expansionsByInitials: KeyedLists
    let expansions: [Expansion]
    /// For each word of the vocabulary how much cheaper it is to read it the commoner it is.
    private let discounts: [Float]

    /// - Parameters:
    ///   - vocabulary: with the samples counted.
    ///   - samples: by their words' numbers, abbreviations written out.
    ///   - entries: what the lexicon knows of chat and regions.
    init(vocabulary: Vocabulary, samples: [[Int32]], expansions entries: [(written: Folded, meaning: [ReadWord])]) {
        self.vocabulary = vocabulary
        let known = (0..<Int32(vocabulary.count)).filter { vocabulary.isInSamples($0) }
        discounts = vocabulary.counts.map { $0 > 0 ? 0.15 * Float($0).naturalLogarithm : 0 }

        var deletions: [(key: UInt64, value: Int32)] = []
        var sounds: [(key: UInt64, value: Int32)] = []
        var beginnings: [(key: UInt64, value: Int32)] = []
        for number in known {
            let word = vocabulary.word(number)
            guard word.count >= 2, word.count <= Self.longestWord, word.isAlphabetic else { continue }
            deletions.append((Key.word(word), number))
            word.forEachDeletion { deletions.append(($0, number)) }
            sounds.append((Key.word(SoundKey.of(word)), number))
            if word.count >= TwoSlips.shortestWord - 1 { beginnings.append((Self.beginning(word[word.startIndex], word.count), number)) }
        }
        self.beginnings = KeyedLists(beginnings)
        self.deletions = KeyedLists(deletions)
        self.sounds = KeyedLists(sounds)

        var expansions: [Expansion] = []
        var byFirst: [(key: UInt64, value: Int32)] = []
        for entry in entries where entry.meaning.allSatisfy({ vocabulary.isInSamples($0.number) }) {
            let written = entry.written.words.indices.map { vocabulary.number(of: entry.written.word($0)) }
            guard let first = written.first, written != entry.meaning.map(\.number) else { continue }
            byFirst.append((UInt64(UInt32(bitPattern: first)), Int32(expansions.count)))
            let form = entry.written.words.count == 1 ? WrittenForm(entry.written.words[0], of: entry.written) : .bare
            let isWord = written.count == 1 && vocabulary.isInSamples(first)
            expansions.append(Expansion(written: written, form: form, meaning: entry.meaning, cost: isWord ? 0.85 : 0.35))
        }
        expansionsByFirst = KeyedLists(byFirst)
        let initialisms = Initialisms(of: samples, vocabulary: vocabulary)
        expansionsByInitials = KeyedLists(initialisms.entries.enumerated().map { ($1.initials, Int32(expansions.count + $0)) })
        expansions += initialisms.entries.map { Expansion(written: [], form: .bare, meaning: $0.words, cost: $0.cost) }
        self.expansions = expansions
    }

    /// Calls `body` with each word that the letters may be one slip or a spelling by ear of, and what that reading costs.
    func forEachNeighbour(of typed: ArraySlice<UInt8>, isWord: Bool, _ body: (Int32, Float) -> Void) {
        guard typed.count >= (isWord ? 3 : 2), typed.count <= Self.longestWord, typed.isAlphabetic else { return }
        let surcharge: Float = isWord ? 1 : 0
        func propose(_ key: UInt64) {
            for index in deletions.list(key) {
                let number = deletions.values[index]
                let meant = vocabulary.word(number)
                guard let cost = Slip.cost(typed: typed, meant: meant) else { continue }
                let shortness = 0.35 * Float(max(0, 4 - max(typed.count, meant.count)))
                body(number, cost + shortness - discounts[Int(number)] + surcharge)
            }
        }
        propose(Key.word(typed))
        typed.forEachDeletion(propose)
        for index in sounds.list(Key.word(SoundKey.of(typed))) {
            let number = sounds.values[index]
            body(number, 0.5 - discounts[Int(number)] + surcharge)
        }
    }

    /// Calls `body` with each word that the letters may be when two slips were made, and what that reading costs.
    func forEachDistantNeighbour(of typed: ArraySlice<UInt8>, _ body: (Int32, Float) -> Void) {
        guard typed.count >= TwoSlips.shortestWord, typed.count <= Self.longestWord, typed.isAlphabetic else { return }
        for length in (typed.count - 2)...(typed.count + 2) {
            for index in beginnings.list(Self.beginning(typed[typed.startIndex], length)) {
                let number = beginnings.values[index]
                if TwoSlips.lie(between: typed, and: vocabulary.word(number)) { body(number, Self.twoSlips - discounts[Int(number)]) }
            }
        }
    }

    private static let twoSlips: Float = 2

    private static func beginning(_ letter: UInt8, _ length: Int) -> UInt64 { UInt64(letter) << 8 | UInt64(length) }

    /// The expansions that begin with a word (chat, region).
    func expansions(first number: Int32) -> ArraySlice<Int32> {
        expansionsByFirst.values[expansionsByFirst.list(UInt64(UInt32(bitPattern: number)))]
    }

    /// The phrases of the samples whose words begin with these letters.
    func expansions(initials: ArraySlice<UInt8>) -> ArraySlice<Int32> {
        guard (2...5).contains(initials.count) else { return [] }
        return expansionsByInitials.values[expansionsByInitials.list(Key.packed(initials))]
    }
}
