/// Passwords that follow a word for password (“mk là …”, “mật khẩu: …”) or stand before one (“… là mật khẩu của em”).
///
/// A question about passwords is no password: what is masked has digits, signs, or after “là” and “:” no Vietnamese spelling.
enum PasswordMasking {
    /// How many words may stand between the word for password and the password.
    private static let reach = 10
    /// How many pieces of a chunk are looked at to tell a password.
    private static let longestValue = 16

    static func find(in text: TextPieces, _ findings: inout [Masking.Finding]) {
        findUnannounced(in: text, &findings)
        for index in text.pieces.indices where !text.pieces[index].word.isDisjoint(with: [.password, .oneTimeCode]) {
            if let bytes = value(after: index, in: text) ?? value(before: index, in: text) {
                let isPassword = text.pieces[index].word.contains(.password)
                findings.append(Masking.Finding(bytes: bytes, secret: isPassword ? .password : .oneTimeCode))
            }
        }
    }

    /// A word, the sign @ and a number (“Abc@123”): hardly anything else, even where no word announces it.
    private static func findUnannounced(in text: TextPieces, _ findings: inout [Masking.Finding]) {
        let pieces = text.pieces
        for index in pieces.indices.dropFirst() where pieces[index].gap == .at && pieces[index].isNumber && !pieces[index - 1].isNumber {
            guard pieces[index].letters.count + pieces[index - 1].letters.count > 4 else { continue }
            var range = (index - 1)..<(index + 1)
            while range.lowerBound > 0, pieces[range.lowerBound].gap.isEmpty { range = (range.lowerBound - 1)..<range.upperBound }
            while range.upperBound < pieces.count, pieces[range.upperBound].gap.isEmpty { range = range.lowerBound..<(range.upperBound + 1) }
            let bytes = pieces[range.lowerBound].bytes.lowerBound..<pieces[range.upperBound - 1].bytes.upperBound
            findings.append(Masking.Finding(bytes: bytes, secret: .password))
        }
    }

    private static func value(after index: Int, in text: TextPieces) -> Range<Int>? {
        let pieces = text.pieces
        let word = pieces[index]
        guard index + 1 < pieces.count else { return nil }
        if let glued = valueInChunk(after: index, in: text) { return glued.isEmpty ? nil : glued }
        var isNamed = false
        // Within a long chunk (mk.mk.mk…) only the last word announces what comes after the chunk.
        guard text.chunks[word.chunk].pieces.upperBound - index <= 4 else { return nil }
        for chunkIndex in (word.chunk + 1)..<max(word.chunk + 1, min(word.chunk + 1 + reach, text.chunks.count)) {
            let chunk = text.chunks[chunkIndex]
            if chunk.gaps.contains(.bullet) { return nil }
            guard let first = pieces[chunk.pieces].first else { continue }
            if !first.gap.isDisjoint(with: [.bullet, .question]) { return nil }
            isNamed = isNamed || first.gap.contains(.colon)
            if !isNamed, first.gap.contains(.comma) { return nil }
            // A code stands right after its word; a password may stand further on.
            if isNamed || chunkIndex == word.chunk + 1 || word.word.contains(.password) || chunk.letterCount == 0,
                isSecret(chunk, named: isNamed, in: text)
            {
                return chunk.bytes
            }
            if isNamed, let both = wordsAndNumber(chunkIndex, in: text) { return both }
            if first.word.contains(.publicNumber) || !first.word.isDisjoint(with: [.phone, .identity, .oneTimeCode]) { return nil }
            // “là” names the value only directly before it.
            isNamed = pieces[chunk.pieces].last?.word.contains(.being) == true || chunk.gaps.contains(.colon) && chunk.pieces.count == 1
        }
        return nil
    }

    /// The value that is written onto the word itself (“mk:abc”, “pass123456”); empty where the chunk is clearly something else.
    private static func valueInChunk(after index: Int, in text: TextPieces) -> Range<Int>? {
        let pieces = text.pieces
        let chunk = text.chunks[pieces[index].chunk]
        guard index + 1 < chunk.pieces.upperBound else { return nil }
        let rest = TextChunk(pieces[(index + 1)..<min(index + 1 + longestValue, chunk.pieces.upperBound)], of: chunk)
        guard let gap = pieces[(index + 1)..<chunk.pieces.upperBound].first?.gap, !chunk.gaps.contains(.bullet) else { return 0..<0 }
        if gap.contains(.colon) || gap.isEmpty || gap.contains(.dash) || gap.contains(.sign) {
            return isSecret(rest, named: gap.contains(.colon), in: text) ? pieces[index].bytes.upperBound..<chunk.bytes.upperBound : nil
        }
        return nil
    }

    private static func value(before index: Int, in text: TextPieces) -> Range<Int>? {
        let pieces = text.pieces
        // “Abc@123 là mật khẩu”: the word's own first syllable may stand between.
        for being in [index - 1, index - 2] where being > 0 && pieces[being].word.contains(.being) {
            let chunk = text.chunks[pieces[being - 1].chunk]
            if pieces[being - 1].chunk != pieces[being].chunk, isSecret(chunk, named: false, in: text) { return chunk.bytes }
        }
        return nil
    }

    /// Up to three words and a number after them, as in “mk là minh 1990”.
    private static func wordsAndNumber(_ index: Int, in text: TextPieces) -> Range<Int>? {
        for end in index..<min(index + 4, text.chunks.count) {
            let chunk = text.chunks[end]
            guard chunk.pieces.count == 1, let piece = text.pieces[chunk.pieces].first, !chunk.gaps.contains(.bullet) else { return nil }
            guard piece.gap.isSubset(of: end == index ? [.space, .colon] : .space) else { return nil }
            if piece.isNumber {
                let isWord = end == index || chunk.digitCount < 3 || Announcement.isCounted(chunk.pieces, in: text)
                return isWord || PublicNumber(text: text).covers(chunk.pieces) ? nil : text.chunks[index].bytes.lowerBound..<chunk.bytes.upperBound
            }
            guard piece.word.isDisjoint(with: [.publicNumber, .known, .phone, .identity, .account, .measure]) else { return nil }
        }
        return nil
    }

    private static func isSecret(_ chunk: TextChunk, named isNamed: Bool, in text: TextPieces) -> Bool {
        guard let first = text.pieces[chunk.pieces].first, !first.isCode, !chunk.gaps.contains(.bullet) else { return false }
        let length = chunk.letterCount + chunk.digitCount
        let hasSigns = chunk.pieces.count > 1 && !chunk.gaps.isDisjoint(with: [.at, .sign])
        if chunk.digitCount > 0, chunk.letterCount > 0 {
            // A number after a real word (cap2, lop12, 500k, 7h30) is a password only where it is said to be one.
            let pieces = text.pieces[chunk.pieces]
            let isCounting = pieces.count == 2 && chunk.digitCount <= 2 && pieces.contains { !$0.isNumber && Syllable.isPossible(text.text($0)) }
            let isUnit =
                first.isNumber && pieces.dropFirst().first.map { !$0.word.isDisjoint(with: [.measure, .currency]) || $0.letters.count == 1 } == true
            let isDevice = first.word.contains(.known) && chunk.digitCount <= 2
            // “xã/19000368”: words and a public number that only a stroke or a bracket parts.
            let isList = !hasSigns && pieces.dropFirst().allSatisfy { !$0.gap.isEmpty } && PublicNumber(text: text).covers(chunk.pieces)
            if isList && !isNamed { return false }
            return length >= 4 && (isNamed || !(isCounting || isUnit || isDevice)) || hasSigns && length >= 3
        }
        if chunk.digitCount > 0 {
            if chunk.digitCount < 4 { return hasSigns && chunk.digitCount >= 3 }
            return isNamed && chunk.digitCount > 4
                || !PublicNumber(text: text).covers(chunk.pieces) && !Announcement.isCounted(chunk.pieces, in: text)
        }
        if !chunk.isMarked, hasSigns { return true }
        guard isNamed, !chunk.isMarked, length >= 4, chunk.pieces.count == 1 else { return false }
        let letters = text.text(first)
        return first.word.isEmpty && !Syllable.isPossible(letters) && Keystrokes.read(letters) == nil
    }
}

extension TextChunk {
    /// The last pieces of a chunk as a chunk of their own.
    fileprivate init(_ pieces: ArraySlice<TextPiece>, of chunk: TextChunk) {
        self.init(bytes: (pieces.first?.bytes.lowerBound ?? chunk.bytes.upperBound)..<chunk.bytes.upperBound, pieces: pieces.indices)
        gaps = pieces.dropFirst().reduce(into: []) { $0.formUnion($1.gap) }
        isMarked = chunk.isMarked
        for piece in pieces {
            if piece.isNumber { digitCount += piece.letters.count } else { letterCount += piece.letters.count }
        }
    }
}
