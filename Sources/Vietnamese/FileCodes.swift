/// Codes of files and numbers of laws (H48.12-251124-0001, 69/2024/NĐ-CP): public, and needed to understand a question.
enum FileCodes {
    /// The longest group of digits in such a code.
    private static let longestGroup = 6
    /// How many digits the number and the year of a law may have.
    private static let longestLaw = 9

    /// Marks the pieces of every such code. Linear.
    static func mark(in text: inout TextPieces) {
        var start = 0
        while start < text.pieces.count {
            var end = start + 1
            while end < text.pieces.count, joins(text.pieces[end].gap) { end += 1 }
            if end - start > 1, isCode(text.pieces[start..<end], in: text) || isFile(text.pieces[start..<end], in: text) {
                text.markCode(start..<end)
            }
            start = end
        }
    }

    private static func joins(_ gap: TextPiece.Gap) -> Bool {
        gap.isEmpty || gap == .dot || gap == .dash || gap == .slash
    }

    private static func hasShortGroups(_ chain: ArraySlice<TextPiece>) -> Bool {
        chain.allSatisfy { !$0.isNumber || $0.letters.count <= longestGroup }
    }

    private static func isCode(_ chain: ArraySlice<TextPiece>, in text: TextPieces) -> Bool {
        guard hasShortGroups(chain) else { return false }
        let digitCount = chain.reduce(0) { $0 + ($1.isNumber ? $1.letters.count : 0) }
        return chain.indices.dropLast().contains { index in
            let piece = chain[index]
            let next = chain[index + 1]
            if piece.isNumber { return next.gap == .slash && next.word.contains(.authority) && digitCount <= longestLaw }
            // The systems of the provinces: H01 to H63, G for the ministries.
            let isSystem = text.text(piece).elementsEqual("h".utf8) || text.text(piece).elementsEqual("g".utf8)
            return isSystem && next.isNumber && next.gap.isEmpty && next.letters.count == 2
        }
    }

    /// A code without its system after the word for file: its last two groups are the day it was handed in and a number.
    private static func isFile(_ chain: ArraySlice<TextPiece>, in text: TextPieces) -> Bool {
        let before = text.pieces[max(0, chain.startIndex - 3)..<chain.startIndex]
        guard before.contains(where: { $0.word.contains(.publicNumber) }), let number = chain.last, chain.allSatisfy(\.isNumber),
            hasShortGroups(chain),
            number.gap == .dash, (4...longestGroup).contains(number.letters.count)
        else { return false }
        let day = text.text(chain[chain.endIndex - 2])
        return day.count == 6 && day.dropFirst(2).first.map { $0 < UInt8(ascii: "2") } == true
            && day.dropFirst(4).first.map { $0 < UInt8(ascii: "4") } == true
    }
}
