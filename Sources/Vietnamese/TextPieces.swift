/// A text cut into letters, digits and what stands between, read once for all rules of masking.
struct TextPieces {
    private(set) var pieces: [TextPiece] = []
    private(set) var chunks: [TextChunk] = []
    /// The folded letters of all pieces, without spaces; digits of every script are ASCII digits.
    private(set) var letters: [UInt8] = []

    init(_ text: String) {
        pieces.reserveCapacity(text.utf8.count / 4 + 1)
        chunks.reserveCapacity(text.utf8.count / 4 + 1)
        letters.reserveCapacity(text.utf8.count)
        read(text)
        notePairs()
    }

    private mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var reader = Reader()
            var position = 0
            while position < bytes.count {
                let start = position
                let byte = bytes[position]
                let scalar: UInt32
                if byte < 0x80 {
                    scalar = UInt32(byte)
                    position += 1
                } else {
                    scalar = FoldingTable.decode(bytes, &position)
                }
                let entry = scalar == 0x20E3 ? FoldingTable.invisible : FoldingTable.entry(scalar)
                if entry & FoldingTable.invisible != 0 {
                    continue
                } else if entry & FoldingTable.mark != 0 {
                    reader.mark(at: start..<position, in: &self)
                } else if entry != FoldingTable.separator {
                    let isMarked = entry >> 8 != 0
                    reader.add(UInt8(truncatingIfNeeded: entry), isMarked: isMarked, at: start..<position, in: &self)
                } else if let digit = Self.digit(scalar) {
                    reader.add(digit, isMarked: false, at: start..<position, in: &self)
                } else {
                    reader.separate(scalar, at: start..<position, in: &self)
                }
            }
            reader.endPiece(in: &self)
        }
    }

    /// A digit of another script as an ASCII digit.
    private static func digit(_ scalar: UInt32) -> UInt8? {
        guard scalar > 0x37F, let properties = Unicode.Scalar(scalar)?.properties, let value = properties.numericValue,
            properties.numericType == .decimal || properties.numericType == .digit, value >= 0, value <= 9
        else { return nil }
        return UInt8(ascii: "0") + UInt8(value)
    }

    private mutating func notePairs() {
        guard pieces.count > 1 else { return }
        for index in 1..<pieces.count where SecretWord.seconds.contains(pieces[index].key) {
            let pair = SecretWord.Pair(first: pieces[index - 1].key, second: pieces[index].key)
            if let word = SecretWord.pairs[pair] { pieces[index].word.formUnion(word) }
        }
    }

    func text(_ piece: TextPiece) -> ArraySlice<UInt8> { letters[piece.letters] }

    func first(_ piece: TextPiece) -> UInt8 { letters[piece.letters.lowerBound] }

    mutating func markCode(_ range: Range<Int>) {
        for index in range { pieces[index].isCode = true }
    }

    /// Where the reading stands between two scalars.
    private struct Reader {
        private var bytes = 0..<0
        private var start = 0
        private var isOpen = false
        private var isNumber = false
        private var gap: TextPiece.Gap = []
        private var gapCount = 0
        private var isInChunk = false

        mutating func add(_ letter: UInt8, isMarked: Bool, at range: Range<Int>, in text: inout TextPieces) {
            let isDigit = letter < UInt8(ascii: "a")
            if isOpen, isDigit != isNumber { endPiece(in: &text) }
            enterChunk(at: range, in: &text)
            if !isOpen {
                isOpen = true
                isNumber = isDigit
                start = text.letters.count
                bytes = range
            }
            text.letters.append(letter)
            bytes = bytes.lowerBound..<range.upperBound
            let chunk = text.chunks.count - 1
            text.chunks[chunk].bytes = text.chunks[chunk].bytes.lowerBound..<range.upperBound
            if isDigit { text.chunks[chunk].digitCount += 1 } else { text.chunks[chunk].letterCount += 1 }
            if isMarked { text.chunks[chunk].isMarked = true }
        }

        mutating func mark(at range: Range<Int>, in text: inout TextPieces) {
            guard isOpen else { return }
            bytes = bytes.lowerBound..<range.upperBound
            text.chunks[text.chunks.count - 1].isMarked = true
            text.chunks[text.chunks.count - 1].bytes = text.chunks[text.chunks.count - 1].bytes.lowerBound..<range.upperBound
        }

        mutating func separate(_ scalar: UInt32, at range: Range<Int>, in text: inout TextPieces) {
            endPiece(in: &text)
            let sign = TextPiece.Gap(scalar)
            gapCount += 1
            gap.formUnion(gapCount > 3 ? [sign, .wide] : sign)
            if sign.contains(.space) {
                isInChunk = false
            } else {
                enterChunk(at: range, in: &text)
                let chunk = text.chunks.count - 1
                text.chunks[chunk].bytes = text.chunks[chunk].bytes.lowerBound..<range.upperBound
                if !text.chunks[chunk].pieces.isEmpty || sign == .bullet { text.chunks[chunk].gaps.formUnion(sign) }
            }
        }

        private mutating func enterChunk(at range: Range<Int>, in text: inout TextPieces) {
            guard !isInChunk else { return }
            isInChunk = true
            text.chunks.append(TextChunk(bytes: range, pieces: text.pieces.count..<text.pieces.count))
        }

        mutating func endPiece(in text: inout TextPieces) {
            guard isOpen else { return }
            isOpen = false
            let letters = start..<text.letters.count
            let key = isNumber ? 0 : SecretWord.key(text.letters[letters])
            let word = key == 0 ? [] : SecretWord.all[key] ?? []
            let chunk = text.chunks.count - 1
            text.pieces.append(TextPiece(bytes: bytes, letters: letters, isNumber: isNumber, gap: gap, chunk: chunk, key: key, word: word))
            text.chunks[chunk].pieces = text.chunks[chunk].pieces.lowerBound..<text.pieces.count
            gap = []
            gapCount = 0
        }
    }
}
