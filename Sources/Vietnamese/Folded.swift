/// A text as the matcher reads it: lower case, without diacritics, words apart by one space; with the diacritics that the
/// writer did type kept beside the letters, because they count (thuế is not thuê) while their absence says nothing.
///
/// The letters are ASCII `a…z` and `0…9`. Letters of other scripts, punctuation, emoji and zero-width characters separate
/// words or vanish. Folding what is folded changes nothing, and NFC and NFD give the same value.
public struct Folded: Sendable, Hashable {
    /// One word of the text.
    public struct Word: Sendable, Hashable {
        /// Where the word stands in ``Folded/letters``.
        public let range: Range<Int>
        /// The tone that was typed on it, wherever in the word it was placed (hoà and hòa are alike).
        public let tone: Tone
        /// Whether a tone or a vowel's shape (â ă ê ô ơ ư) was typed: such a word was written in full, and its missing
        /// tone is a level tone. A đ alone does not make a word marked.
        public let isMarked: Bool
    }

    /// The letters of all words, one space (`0x20`) between two words.
    public let letters: [UInt8]
    /// For each of the letters the shape that was typed on it.
    public let shapes: [Shape]
    public let words: [Word]
}

/// The tone of a syllable; `level` where no tone mark was typed.
public enum Tone: UInt8, Sendable {
    case level, grave, hook, tilde, acute, dot
}

/// What was added to a letter other than a tone: `circumflex` (â ê ô), `breve` (ă), `horn` (ơ ư), `stroke` (đ).
public enum Shape: UInt8, Sendable {
    case plain, circumflex, breve, horn, stroke
}
