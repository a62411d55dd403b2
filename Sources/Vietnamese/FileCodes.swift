/// Codes of files and numbers of laws (H48.12-251124-0001, 69/2024/NĐ-CP): public, and needed to understand a question.
enum FileCodes {
    /// The longest group of digits in such a code.
    private static let longestGroup = 6

    /// Marks the pieces of every such code. Linear.
    static func mark(in text: inout TextPieces) {
        var start = 0
        while start < text.pieces.count {
            var end = start + 1
            while end < text.pieces.count, joins(text.pieces[end].gap) { end += 1 }
            if end - start > 1, isCode(text.pieces[start..<end], in: text) { text.markCode(start..<end) }
            start = end
        }
    }

    private static func joins(_ gap: TextPiece.Gap) -> Bool {
        gap.isEmpty || gap == .dot || gap == .dash || gap == .slash
    }

    private static func isCode(_ chain: ArraySlice<TextPiece>, in text: TextPieces) -> Bool {
        guard chain.allSatisfy({ !$0.isNumber || $0.letters.count <= longestGroup }) else { return false }
        return chain.indices.dropLast().contains { index in
            let piece = chain[index]
            let next = chain[index + 1]
            if piece.isNumber { return next.gap == .slash && next.word.contains(.authority) }
            // The systems of the provinces: H01 to H63, G for the ministries.
            let isSystem = text.text(piece).elementsEqual("h".utf8) || text.text(piece).elementsEqual("g".utf8)
            return isSystem && next.isNumber && next.gap.isEmpty && next.letters.count == 2
        }
    }
}
