/// Running text as a reader counts it: sentences, syllables, words.
///
/// All guides are read over whenever one of them changes, so it is looked at byte by byte: what stands beyond ASCII is a letter,
/// but for punctuation, symbols and emoji (`U+0080…U+00BF`, `U+2000…U+2FFF`, `U+F000…`).
struct Prose {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// How many syllables it is read with: in Vietnamese each is a word of its own on paper.
    var syllableCount: Int { Self.syllableCount(of: bytes[...]) }

    /// Its sentences of more syllables than that, with their syllables; a line is at least one sentence.
    func sentences(longerThan limit: Int) -> [(text: String, syllables: Int)] {
        var sentences: [(text: String, syllables: Int)] = []
        var start = bytes.startIndex
        for index in bytes.indices where isEnd(index) {
            let count = Self.syllableCount(of: bytes[start...index])
            if count > limit { sentences.append((String(decoding: bytes[start...index], as: UTF8.self).trimmed, count)) }
            start = index + 1
        }
        return sentences
    }

    /// The words that begin with certain bytes, without those between “ and ” and without addresses and names of files.
    func unquotedWords(beginningWith isFirst: [Bool]) -> [String] {
        var words: [String] = []
        var isQuoted = false
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(where: Self.isSpace) ?? bytes.endIndex
            defer { start = end + 1 }
            let piece = bytes[start..<end]
            let hasMarks = piece.contains(0xE2)
            guard hasMarks || isFirst[Int(piece.first ?? 0)] || piece.contains(where: { !Self.isLetter($0) }) else { continue }
            let plain = hasMarks || isQuoted ? Self.withoutSymbols(Self.unquoted(piece, &isQuoted)) : Array(piece)
            // An address, or a file's name.
            if plain.contains(UInt8(ascii: "/")) || plain.dropLast().contains(UInt8(ascii: ".")) { continue }
            for word in plain.split(whereSeparator: { !Self.isLetter($0) && $0 != UInt8(ascii: "-") }) where isFirst[Int(word[word.startIndex])] {
                words.append(String(decoding: word, as: UTF8.self))
            }
        }
        return words
    }

    private static func unquoted(_ piece: ArraySlice<UInt8>, _ isQuoted: inout Bool) -> [UInt8] {
        var plain: [UInt8] = []
        for index in piece.indices {
            if opening.matches(piece, at: index) { isQuoted = true }
            if !isQuoted { plain.append(piece[index]) }
            if closing.matches(piece, at: index - 2) { isQuoted = false }
        }
        return plain
    }

    /// Whether a sentence ends with this byte: a line's end, or a mark with nothing but closing marks before the next space.
    private func isEnd(_ index: Int) -> Bool {
        let isLast = index + 1 == bytes.endIndex
        if bytes[index] == UInt8(ascii: "\n") || isLast { return true }
        guard bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\n") else { return false }
        var last = index
        while last >= 0 {
            if bytes[last] == UInt8(ascii: "\"") || bytes[last] == UInt8(ascii: ")") {
                last -= 1
            } else if Self.closing.matches(bytes[...], at: last - 2) {
                last -= 3
            } else {
                return Self.marks.contains(bytes[last])
            }
        }
        return false
    }

    private static func syllableCount(of text: ArraySlice<UInt8>) -> Int {
        var count = 0
        var isInSyllable = false
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            let isDash = dash.matches(text, at: index)
            if isSpace(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || isDash {
                isInSyllable = false
            } else if !isInSyllable, isLetter(byte), byte < 0x80 || byte >= 0xC0 {
                isInSyllable = true
                count += 1
            }
            index += byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        }
        return count
    }

    /// The same with a space for each byte of a mark or symbol beyond ASCII.
    static func withoutSymbols(_ bytes: [UInt8]) -> [UInt8] {
        var plain = bytes
        var index = plain.startIndex
        while index < plain.endIndex {
            let byte = plain[index]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if byte >= 0x80, !isLetter(byte) { for place in index..<min(index + length, plain.endIndex) { plain[place] = UInt8(ascii: " ") } }
            index += length
        }
        return plain
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }

    /// Whether a byte is, begins or goes on with a letter or a digit.
    static func isLetter(_ byte: UInt8) -> Bool { isLetterOfByte[Int(byte)] }

    private static let isLetterOfByte: [Bool] = (0...255).map { (byte: Int) -> Bool in
        switch UInt8(byte) {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE: true
        default: false
        }
    }

    private static let marks = Set(".!?;".utf8)
    private static let opening = Mark("“")
    private static let closing = Mark("”")
    private static let dash = Mark("–")

    /// A mark of three bytes.
    private struct Mark {
        let bytes: [UInt8]

        init(_ mark: String) { bytes = Array(mark.utf8) }

        func matches(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
            index >= text.startIndex && index + 3 <= text.endIndex && text[index] == bytes[0] && text[index + 1] == bytes[1]
                && text[index + 2] == bytes[2]
        }
    }
}
