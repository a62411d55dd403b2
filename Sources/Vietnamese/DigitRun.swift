/// The pieces of a text that make up one number: digits, letters written for digits, digits in words.
enum DigitRun {
    /// From so many digits on, a number is complete.
    static let longNumber = 9

    /// How many digits a piece stands for: its own, the letters o written for zeros, a digit in words; 0 for any other word.
    static func digitCount(_ index: Int, in text: TextPieces, within isInside: Bool = false) -> Int {
        let piece = text.pieces[index]
        if piece.isNumber { return piece.letters.count }
        if piece.isCode { return 0 }
        if looksLikeDigits(index, in: text) { return piece.letters.count }
        guard SpokenDigit.value(piece.key) != nil else { return 0 }
        // “năm 2026” is a year, unless it stands within a number that begins like a phone or identity number.
        if !isInside, piece.key == PublicNumber.year, index + 1 < text.pieces.count, PublicNumber(text: text).isYear(index + 1) { return 0 }
        return 1
    }

    /// Letters written for digits: o beside a number, i or l within one.
    private static func looksLikeDigits(_ index: Int, in text: TextPieces) -> Bool {
        let pieces = text.pieces
        let letters = text.text(pieces[index])
        let isAfter = index > 0 && pieces[index - 1].isNumber
        let isBefore = index + 1 < pieces.count && pieces[index + 1].isNumber
        if letters.allSatisfy({ $0 == UInt8(ascii: "o") }) { return isAfter || isBefore }
        guard isAfter, isBefore, pieces[index].gap.isEmpty, pieces[index + 1].gap.isEmpty else { return false }
        return letters.count == 1 && (letters.first == UInt8(ascii: "i") || letters.first == UInt8(ascii: "l"))
    }

    /// The groups that belong to one number: as far as spaces, dots and dashes join them, or strokes alone (0905/000/111).
    static func run(from start: Int, _ publicNumber: PublicNumber) -> Range<Int> {
        let text = publicNumber.text
        let pieces = text.pieces
        var end = start + 1
        var count = digitCount(start, in: text)
        let startsWithZero = digits(start..<end, in: text).first == 0
        let isStroked = end < pieces.count && pieces[end].gap == .slash && pieces[start].letters.count > 2
        while end < pieces.count, isStroked ? pieces[end].gap == .slash : pieces[end].gap.joinsDigits, !pieces[end].gap.contains(.newline) {
            let more = digitCount(end, in: text, within: startsWithZero)
            if more == 0, SpokenDigit.joins(pieces[end].key), end + 1 < pieces.count, digitCount(end + 1, in: text) > 0 {
                end += 1
                continue
            }
            guard more > 0, !pieces[end].isCode else { break }
            // A public number may follow what is complete or what is no more than a count; a lone 111 may be a group.
            let mayEnd = count <= 2 && !startsWithZero || count >= longNumber
            if mayEnd, let next = publicNumber.end(from: end), next > end + 1 || pieces[end].letters.count >= 8 { break }
            count += more
            end += 1
        }
        return start..<end
    }

    /// The values (0…9) of the digits.
    static func digits(_ range: Range<Int>, in text: TextPieces) -> [UInt8] {
        var digits: [UInt8] = []
        for piece in text.pieces[range] {
            if piece.isNumber {
                digits.append(contentsOf: text.text(piece).map { $0 - UInt8(ascii: "0") })
            } else if let digit = SpokenDigit.value(piece.key) {
                digits.append(digit)
            } else if !SpokenDigit.joins(piece.key) {
                digits.append(contentsOf: text.text(piece).map { $0 == UInt8(ascii: "o") ? 0 : 1 })
            }
        }
        return digits
    }

    /// Digits in words at the edges of a number that is complete without them belong to the sentence (“được không 0905 000 111”).
    static func withoutEdges(_ run: Range<Int>, in text: TextPieces) -> Range<Int> {
        guard let first = run.first(where: { text.pieces[$0].isNumber }), let last = run.last(where: { text.pieces[$0].isNumber }) else { return run }
        let inner = first..<(last + 1)
        guard inner != run, inner.allSatisfy({ text.pieces[$0].isNumber }) else { return run }
        // Where the words complete a number, they may well belong to it.
        return isComplete(digits(inner, in: text)) && !isComplete(digits(run, in: text)) ? inner : run
    }

    private static func isComplete(_ digits: [UInt8]) -> Bool {
        PhoneNumber.matches(digits) || digits.count == 12 || Luhn.isCardNumber(digits)
    }
}
