/// E-mail addresses, also those with the sign spelt out (“ten (at) gmail.com”, “ten a còng gmail chấm com”).
enum EmailMasking {
    static func find(in text: TextPieces, _ findings: inout [Masking.Finding]) {
        let pieces = text.pieces
        for index in pieces.indices.dropFirst() {
            if pieces[index].gap.contains(.at), !pieces[index].gap.contains(.bullet) {
                addressAround(index - 1, index, in: text, &findings)
            } else if index + 1 < pieces.count, let start = spelledSign(endingAt: index, in: text), start > 0 {
                addressAround(start - 1, index + 1, in: text, &findings)
            } else if pieces[index].word.contains(.mail), isName(index - 1, in: text) {
                addressAround(index - 1, index, in: text, &findings)
            }
        }
    }

    /// Where a sign that is spelt out begins: “at” in brackets or before a provider, “a còng”.
    private static func spelledSign(endingAt index: Int, in text: TextPieces) -> Int? {
        let piece = text.pieces[index]
        let next = text.pieces[index + 1]
        if piece.key == at, piece.gap.contains(.bracket) && next.gap.contains(.bracket) || next.word.contains(.mail) { return index }
        if piece.key == cong, index > 0, text.pieces[index - 1].key == a, next.word.contains(.mail) { return index - 1 }
        return piece.key == acong && next.word.contains(.mail) ? index : nil
    }

    /// Whether a piece before a provider is a made-up name and no word (“tenmau gmail.com”).
    private static func isName(_ index: Int, in text: TextPieces) -> Bool {
        let next = text.pieces[index + 1]
        guard next.gap == .space, index + 2 < text.pieces.count, text.pieces[index + 2].gap == .dot else { return false }
        let piece = text.pieces[index]
        if piece.isNumber { return piece.gap.isEmpty }
        let letters = text.text(piece)
        return piece.word.isEmpty && letters.count > 4 && !Syllable.isPossible(letters) && Keystrokes.read(letters) == nil
    }

    private static func addressAround(_ last: Int, _ first: Int, in text: TextPieces, _ findings: inout [Masking.Finding]) {
        let pieces = text.pieces
        var end = first
        var hasDomain = false
        while end + 1 < pieces.count {
            let next = pieces[end + 1]
            if next.gap == .dot || next.gap == .dash || next.gap.isEmpty || next.gap == .sign {
                hasDomain = hasDomain || next.gap == .dot && !next.isNumber
                end += 1
            } else if pieces[first].word.contains(.mail), endings.contains(next.key), next.gap.isSubset(of: [.space, .dot]) {
                end += 1
            } else if pieces[first].word.contains(.mail), dots.contains(next.key), end + 2 < pieces.count, endings.contains(pieces[end + 2].key) {
                end += 2
            } else {
                break
            }
        }
        guard hasDomain || pieces[first].word.contains(.mail) else { return }
        var start = last
        while start > 0, [.dot, .dash, .sign, []].contains(pieces[start].gap) { start -= 1 }
        findings.append(Masking.Finding(bytes: pieces[start].bytes.lowerBound..<pieces[end].bytes.upperBound, secret: .emailAddress))
    }

    private static let at = SecretWord.key("at".utf8)
    private static let a = SecretWord.key("a".utf8)
    private static let cong = SecretWord.key("cong".utf8)
    private static let acong = SecretWord.key("acong".utf8)
    private static let endings = Set(["com", "vn", "net", "org", "edu"].map { SecretWord.key($0.utf8) })
    private static let dots = Set(["cham", "dot"].map { SecretWord.key($0.utf8) })
}
