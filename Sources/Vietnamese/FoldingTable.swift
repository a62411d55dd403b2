/// What each scalar becomes in a folded text: one 16-bit entry a scalar, looked up without Foundation.
///
/// Covers U+0000…U+036F and U+1E00…U+1EFF. Drawn from Unicode's canonical decompositions, so that a precomposed letter and
/// its parts agree; letters with a bar or a hook (ø, ł, ƒ) are taken by their base letter.
enum FoldingTable {
    /// The letter in the low byte, its tone from bit 8, its shape from bit 11, and what is no letter in the two top bits.
    typealias Entry = UInt16

    static let separator: Entry = 0
    /// A combining mark: its tone or shape belongs to the letter before.
    static let mark: Entry = 1 << 14
    /// Vanishes without separating words.
    static let invisible: Entry = 1 << 15
    /// A mark that canonical ordering puts before the others (dot below, horn): it yields to one already there.
    static let yields: Entry = 1

    static func tone(_ entry: Entry) -> UInt8 { UInt8(truncatingIfNeeded: entry >> 8) & 7 }
    static func shape(_ entry: Entry) -> UInt8 { UInt8(truncatingIfNeeded: entry >> 11) & 7 }

    /// Where a scalar stands in ``entries``, or nil outside of the covered blocks.
    @inline(__always)
    static func index(_ scalar: UInt32) -> Int? {
        if scalar < 0x370 { return Int(scalar) }
        let additional = scalar &- 0x1E00
        return additional < 0x100 ? Int(0x370 &+ additional) : nil
    }

    /// What a scalar becomes, wherever it stands.
    static func entry(_ scalar: UInt32) -> Entry {
        index(scalar).map { entries[$0] } ?? other(scalar)
    }

    /// Decodes a scalar of two or more bytes of valid UTF-8 and steps over it.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
        let first = bytes[position]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let end = min(position &+ length, bytes.count)
        var scalar = UInt32(first) & (0xFF >> UInt32(length &+ 1))
        position &+= 1
        while position < end {
            scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
            position &+= 1
        }
        return scalar
    }

    /// The scalars outside of the table that matter: full-width ASCII, singletons of Unicode, zero-width characters.
    static func other(_ scalar: UInt32) -> Entry {
        switch scalar {
        case 0xFF01...0xFF5E: entries[Int(scalar - 0xFEE0)]
        case 0x212A: Entry(UInt8(ascii: "k"))
        case 0x212B: Entry(UInt8(ascii: "a"))
        case 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: invisible
        default: separator
        }
    }

    static let entries: [Entry] = {
        var entries = [Entry](repeating: separator, count: 0x370 + 0x100)
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { entries[Int(digit)] = Entry(digit) }
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            entries[Int(letter)] = Entry(letter)
            entries[Int(letter) - 0x20] = Entry(letter)
        }
        for row in rows {
            for (offset, (letter, added)) in zip(row.letters.utf8, row.added.utf8).enumerated() {
                guard letter != UInt8(ascii: "."), let index = index(row.first + UInt32(offset)) else { continue }
                let code = added == UInt8(ascii: "-") ? 0 : Entry(added - UInt8(ascii: "A"))
                entries[index] = Entry(letter) | (code % 6) << 8 | (code / 6) << 11
            }
        }
        entries[0xAD] = invisible
        for scalar in 0x300..<0x370 { entries[scalar] = mark }
        for (scalar, tone) in [(0x300, 1), (0x340, 1), (0x309, 2), (0x303, 3), (0x301, 4), (0x341, 4), (0x344, 4)] {
            entries[scalar] = mark | Entry(tone) << 8
        }
        entries[0x323] = mark | 5 << 8 | yields
        entries[0x302] = mark | 1 << 11
        entries[0x306] = mark | 2 << 11
        entries[0x31B] = mark | 3 << 11 | yields
        return entries
    }()

    private struct Row {
        let first: UInt32
        /// The base letter of each scalar from `first` on, `.` where it has none.
        let letters: String
        /// `-`, or the tone (0…5) plus six times the shape (0…4), counted from `A`.
        let added: String

        init(_ first: UInt32, _ letters: String, _ added: String) {
            self.first = first
            self.letters = letters
            self.added = added
        }
    }

    private static let rows = [
        Row(
            0x0080, "..........................................a.......23.....1o.....",
            "----------------------------------------------------------------"
        ),
        Row(
            0x00C0, "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y",
            "BEGD----BEG-BEG-YDBEGD---BEG-E--BEGD----BEG-BEG-YDBEGD---BEG-E--"
        ),
        Row(
            0x0100, "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk.lllllll",
            "--MM--EEGG------YY--MM------GGMM----GG--DD--MM------GG---EE-----"
        ),
        Row(
            0x0140, "lllnnnnnnn..oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
            "---EE---------MM----EE----EEGG----------DD--MM------GGGG-EE-----"
        ),
        Row(
            0x0180, "bbbb..occdddd.e.effg.h.ikkl.mnnooooopp.....ttttuu.vyyzz.........",
            "---------Y----------------------SS-------------SS---------------"
        ),
        Row(
            0x01C0, "....dddlllnnnaaiioouuuuuuuuuueaaaaaaggggkkoooo..jdddgg..nnaaaaoo",
            "-----------------------EE--BB-----------------------EE--BBEEEEEE"
        ),
        Row(
            0x0200, "aaaaeeeeiiiioooorrrruuuusstt..hhndoozzaaeeooooooooyylntj..acclts",
            "--------------------------------------------DD------------------"
        ),
        Row(
            0x0240, "z..buveejj.qrryy",
            "----------------"
        ),
        Row(
            0x1E00, "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm",
            "----FF--EE--FF------BBEE----MM------FF--------EEEEFF--FFFF----EE"
        ),
        Row(
            0x1E40, "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv",
            "--FF--FF----EEDDBBEEEE----FFFF----FFEE--FF--FF----------EE--DDFF"
        ),
        Row(
            0x1E80, "wwwwwwwwwwxxxxyyzzzzzzhtwyassss.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee",
            "BBEE----FF------GGFF------------FFCCKKHHIIJJLLQQNNOOPPRRFFCCDDKK"
        ),
        Row(
            0x1EC0, "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy",
            "HHIIJJLLCCFFFFCCKKHHIIJJLLWWTTUUVVXXFFCCWWTTUUVVXXBBFFCCDD------"
        ),
    ]
}
