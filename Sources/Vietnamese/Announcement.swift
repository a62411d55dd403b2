/// What the words around a number say about it.
enum Announcement {
    /// How many pieces before a number may announce it.
    private static let reach = 8

    /// The secret that they name, the nearest word before the number first.
    static func secret(of run: Range<Int>, in text: TextPieces) -> Secret? {
        let pieces = text.pieces
        var index = run.lowerBound
        while index > 0, run.lowerBound - index < reach {
            if pieces[index].gap.contains(.question) { break }
            index -= 1
            let word = pieces[index].word
            if word.contains(.oneTimeCode) { return .oneTimeCode }
            if word.contains(.password) { return .password }
            if word.contains(.identity) { return .identityNumber }
            if word.contains(.account) { return .accountNumber }
            if word.contains(.phone) { return .phoneNumber }
            if word.contains(.publicNumber) { break }
        }
        let after = pieces[run.upperBound..<min(run.upperBound + 5, pieces.count)]
        for (distance, piece) in after.enumerated() {
            if piece.gap.contains(.question) { break }
            if distance < 2, piece.word.contains(.account) { return .accountNumber }
            if after.first?.word.contains(.being) == true || distance == 0 {
                if piece.word.contains(.oneTimeCode) { return .oneTimeCode }
                if piece.word.contains(.password) { return .password }
            }
        }
        return nil
    }

    /// Whether they make it count or number something: an amount, a measure, an error.
    static func isCounted(_ run: Range<Int>, in text: TextPieces) -> Bool {
        let pieces = text.pieces
        if run.upperBound < pieces.count, pieces[run.upperBound].gap.isSubset(of: .space) {
            let next = pieces[run.upperBound]
            let isLetter = next.key == letterK && !next.gap.isEmpty
            if !next.word.isDisjoint(with: [.measure, .currency]), !isLetter { return true }
        }
        return pieces[max(0, run.lowerBound - 2)..<run.lowerBound].contains { $0.word.contains(.publicNumber) }
    }

    /// “k” is a thousand only where it touches the number; apart it is a short “không”.
    private static let letterK = SecretWord.key("k".utf8)
}
