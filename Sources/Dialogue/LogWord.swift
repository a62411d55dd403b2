import Vietnamese

/// One folded word of at most eight letters, packed so that comparing it costs next to nothing.
struct LogWord: Sendable, Hashable {
    /// The letters, the first one highest.
    let letters: UInt64
    /// What was added to each of the letters.
    private let shapes: UInt32
    /// Which letters are a đ.
    private let strokes: UInt8
    private let tone: Tone
    let isMarked: Bool

    /// - Returns: nil where there is not exactly one word, or where it is longer.
    init?(_ text: Folded) {
        guard text.words.count == 1, text.letters.count <= 8 else { return nil }
        letters = text.letters.reduce(0) { $0 << 8 | UInt64($1) }
        shapes = text.shapes.reduce(0) { $0 << 4 | UInt32($1.rawValue) }
        strokes = text.shapes.reduce(0) { $0 << 1 | ($1 == .stroke ? 1 : 0) }
        tone = text.words[0].tone
        isMarked = text.words[0].isMarked
    }

    init?(_ text: String) {
        self.init(Folded(text))
    }

    /// Whether this is the word of a vocabulary. One that was written with diacritics is only what it says; one without may be
    /// any word of its letters, though a typed đ is certain.
    func isSame(_ form: LogWord) -> Bool {
        guard letters == form.letters else { return false }
        return isMarked ? tone == form.tone && shapes == form.shapes : strokes & ~form.strokes == 0
    }

    /// Where it stands among 64.
    var bit: UInt64 {
        1 << ((letters &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}
