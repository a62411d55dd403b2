internal import Vietnamese

/// How a word was written: its tone and the shapes of its letters, packed so that forms compare in a few instructions.
struct WrittenForm: Sendable, Hashable {
    /// From the lowest bit: the tone (3 bits), marked or not, whether the word ends in c, p, t or ch, then 2 bits a letter
    /// would not do for five shapes: 3 bits for each of the first 19 letters (no syllable is longer than 7).
    private let bits: UInt64

    /// Says nothing: agrees with every form, as a word without diacritics does.
    static let bare = WrittenForm(bits: 0)

    private init(bits: UInt64) {
        self.bits = bits
    }

    init(_ word: Folded.Word, of text: Folded) {
        var bits: UInt64 = 0
        for shape in text.shapes[word.range].prefix(19).reversed() { bits = bits << 3 | UInt64(shape.rawValue) }
        let isStopped =
            [UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t")].contains(text.letters[word.range.upperBound - 1])
            || text.letters[word.range].suffix(2).elementsEqual("ch".utf8)
        bits = bits << 2 | (word.isMarked ? 1 : 0) | (isStopped ? 2 : 0)
        self.bits = bits << 3 | UInt64(word.tone.rawValue)
    }

    /// Whether anything was typed that could speak against another form: a tone, a shape, a đ.
    @inline(__always)
    var says: Bool { bits & ~(0b10_000 | Self.completeBit) != 0 }
    /// Whether it stands in a text written with diacritics, so that those it lacks it really lacks.
    @inline(__always)
    var isComplete: Bool { bits & Self.completeBit != 0 }
    var completed: WrittenForm { WrittenForm(bits: bits | Self.completeBit) }
    var plain: WrittenForm { WrittenForm(bits: bits & ~Self.completeBit) }
    private static let completeBit: UInt64 = 1 << 63

    private var tone: UInt64 { bits & 7 }
    /// Whether the word was written in full: with a tone or the shape of a vowel.
    @inline(__always)
    var isMarked: Bool { bits & 0b01_000 != 0 }
    private var isStopped: Bool { bits & 0b10_000 != 0 }
    private var shapes: UInt64 { (bits & ~Self.completeBit) >> 5 }

    /// Whether a word that a person typed may be the word that an editor wrote in full.
    ///
    /// What was typed must be there; what was not typed may have been left out. Two slips are so common that they say
    /// nothing: hỏi for ngã, and a syllable in c, ch, p or t without its tone, which it cannot lack (đươc is được).
    func agrees(withFull full: WrittenForm) -> Bool {
        var mine = shapes
        var other = full.shapes
        while mine != 0 {
            if mine & 7 != 0, mine & 7 != other & 7 { return false }
            mine >>= 3
            other >>= 3
        }
        guard isMarked, !hasTone(of: full) else { return true }
        return isStopped && tone == UInt64(Tone.level.rawValue)
    }

    /// Whether it is the very word, letter by letter; hỏi for ngã is.
    func equals(_ full: WrittenForm) -> Bool { shapes == full.shapes && hasTone(of: full) }

    private func hasTone(of other: WrittenForm) -> Bool {
        let isHookOrTilde = UInt64(Tone.hook.rawValue)...UInt64(Tone.tilde.rawValue)
        return tone == other.tone || isHookOrTilde.contains(tone) && isHookOrTilde.contains(other.tone)
    }
}
