/// A run of letters or a run of digits in a text, with what stands between it and the piece before.
struct TextPiece {
    /// In the text's UTF-8.
    let bytes: Range<Int>
    /// In the folded letters of all pieces.
    let letters: Range<Int>
    let isNumber: Bool
    let gap: Gap
    /// Which of the text's chunks it stands in.
    let chunk: Int
    let key: UInt64
    var word: SecretWord
    /// Whether it is part of a file code or a law number: no digit of it is a secret.
    var isCode = false

    /// What stands between two pieces; empty where they touch.
    struct Gap: OptionSet {
        let rawValue: UInt16

        static let space = Gap(rawValue: 1)
        static let dot = Gap(rawValue: 1 << 1)
        static let dash = Gap(rawValue: 1 << 2)
        static let comma = Gap(rawValue: 1 << 3)
        static let slash = Gap(rawValue: 1 << 4)
        /// `:` or `=`: what follows is the value of what stands before.
        static let colon = Gap(rawValue: 1 << 5)
        static let bracket = Gap(rawValue: 1 << 6)
        static let at = Gap(rawValue: 1 << 7)
        static let question = Gap(rawValue: 1 << 8)
        /// A sign that people put into passwords and into few other words.
        static let sign = Gap(rawValue: 1 << 9)
        /// A mask that is there already.
        static let bullet = Gap(rawValue: 1 << 10)
        static let newline = Gap(rawValue: 1 << 11)
        static let other = Gap(rawValue: 1 << 12)
        /// More than three characters.
        static let wide = Gap(rawValue: 1 << 13)

        /// Whether the groups of one number may stand this far apart.
        var joinsDigits: Bool { isSubset(of: [.space, .dot, .dash, .comma, .bracket, .sign]) }

        init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        init(_ scalar: UInt32) {
            self =
                switch scalar {
                case 0x0A, 0x0D, 0x2028, 0x2029: [.space, .newline]
                case 0x09...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
                case 0x2E, 0xB7, 0xFF0E: .dot
                case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: .dash
                case 0x2C, 0xFF0C: .comma
                case 0x2F, 0xFF0F: .slash
                case 0x3A, 0x3D, 0xFF1A: .colon
                case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0xFF08, 0xFF09: .bracket
                case 0x40, 0xFF20: .at
                case 0x3F: .question
                case 0x23...0x26, 0x2A, 0x2B, 0x5C, 0x5E, 0x5F, 0x7C, 0x7E: .sign
                case 0x2022: .bullet
                default: .other
                }
        }
    }
}

/// What stands between two white spaces.
struct TextChunk {
    var bytes: Range<Int>
    var pieces: Range<Int>
    /// All that stands between its pieces and after them.
    var gaps: TextPiece.Gap = []
    var digitCount = 0
    var letterCount = 0
    /// Whether a diacritic was typed: a word, no password.
    var isMarked = false
}
