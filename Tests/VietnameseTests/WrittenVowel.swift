/// Every vowel of Vietnamese in its two spellings, made from a table: precomposed (NFC) and in parts (NFD).
struct WrittenVowel {
    let composed: String
    let decomposed: String
    /// The folded letter.
    let letter: UInt8

    /// The precomposed letters: level, grave, hook, tilde, acute, dot below.
    private static let rows: [(letter: Character, shape: String, composed: [UInt32])] = [
        ("a", "", [0x61, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1]),
        ("a", "\u{302}", [0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD]),
        ("a", "\u{306}", [0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7]),
        ("e", "", [0x65, 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9]),
        ("e", "\u{302}", [0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7]),
        ("i", "", [0x69, 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB]),
        ("o", "", [0x6F, 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD]),
        ("o", "\u{302}", [0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9]),
        ("o", "\u{31B}", [0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3]),
        ("u", "", [0x75, 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5]),
        ("u", "\u{31B}", [0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1]),
        ("y", "", [0x79, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5]),
    ]

    private static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

    static let all: [WrittenVowel] = rows.flatMap { row in
        zip(row.composed, tones).compactMap { scalar, tone -> WrittenVowel? in
            guard let composed = Unicode.Scalar(scalar), let letter = row.letter.asciiValue else { return nil }
            // Canonical order puts the dot below before the marks above, and the horn before all.
            let marks = tone == "\u{323}" && row.shape != "\u{31B}" ? tone + row.shape : row.shape + tone
            return WrittenVowel(composed: String(Character(composed)), decomposed: String(row.letter) + marks, letter: letter)
        }
    }
}
