/// Numbers that give a person away: identity, phone, card and account numbers and codes, in digits and in words.
enum NumberMasking {
    /// From so many digits on, a number that is not public is masked wherever it stands.
    private static let longNumber = 9
    /// How many pieces before a number may announce it.
    private static let reach = 8
    /// How many pieces the longest public number may have.
    private static let longestPublicNumber = 12

    static func find(in text: TextPieces, _ findings: inout [Masking.Finding]) {
        let pieces = text.pieces
        let publicNumber = PublicNumber(text: text)
        var index = 0
        while index < pieces.count {
            if pieces[index].isCode || digitCount(index, in: text) == 0 {
                index += 1
            } else if let end = publicNumber.end(from: index) {
                index = end
            } else {
                let run = run(from: index, publicNumber)
                if let secret = secret(run, publicNumber) {
                    let masked = withoutEdges(run, in: text)
                    findings.append(
                        Masking.Finding(
                            bytes: pieces[masked.lowerBound].bytes.lowerBound..<pieces[masked.upperBound - 1].bytes.upperBound, secret: secret)
                    )
                    index = run.upperBound
                } else {
                    // With strokes between, a later group may begin a number of another kind.
                    index = pieces[run.upperBound - 1].gap == .slash ? index + 1 : run.upperBound
                }
            }
        }
    }

    /// Whether all numbers among the pieces are public ones.
    static func isPublic(_ range: Range<Int>, in text: TextPieces) -> Bool {
        guard range.count <= longestPublicNumber else { return false }
        let publicNumber = PublicNumber(text: text)
        var index = range.lowerBound
        while index < range.upperBound {
            guard text.pieces[index].isNumber else {
                index += 1
                continue
            }
            guard let end = publicNumber.end(from: index) ?? (isDated(index, publicNumber) ? index + 1 : nil) else { return false }
            index = end
        }
        return true
    }

    /// A year after “năm”.
    private static func isDated(_ index: Int, _ publicNumber: PublicNumber) -> Bool {
        publicNumber.isYear(index) && index > 0 && publicNumber.text.pieces[index - 1].key == year
    }

    /// How many digits a piece stands for: its own, the letters o written for zeros, a digit in words; 0 for any other word.
    private static func digitCount(_ index: Int, in text: TextPieces) -> Int {
        let piece = text.pieces[index]
        if piece.isNumber { return piece.letters.count }
        if piece.isCode { return 0 }
        if looksLikeDigits(index, in: text) { return piece.letters.count }
        guard SpokenDigit.value(piece.key) != nil else { return 0 }
        // “năm 2026” is a year.
        if piece.key == year, index + 1 < text.pieces.count, PublicNumber(text: text).isYear(index + 1) { return 0 }
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
    private static func run(from start: Int, _ publicNumber: PublicNumber) -> Range<Int> {
        let text = publicNumber.text
        let pieces = text.pieces
        var end = start + 1
        var count = digitCount(start, in: text)
        let isStroked = end < pieces.count && pieces[end].gap == .slash && pieces[start].letters.count > 2
        while end < pieces.count, isStroked ? pieces[end].gap == .slash : pieces[end].gap.joinsDigits, !pieces[end].gap.contains(.newline) {
            let more = digitCount(end, in: text)
            if more == 0, SpokenDigit.joins(pieces[end].key), end + 1 < pieces.count, digitCount(end + 1, in: text) > 0 {
                end += 1
                continue
            }
            guard more > 0, !pieces[end].isCode else { break }
            // A public number may follow what is complete or what is no more than a count; a lone 111 may be a group.
            let mayEnd = count <= 2 && text.first(pieces[start]) != UInt8(ascii: "0") || count >= longNumber
            if mayEnd, let next = publicNumber.end(from: end), next > end + 1 || pieces[end].letters.count >= 8 { break }
            count += more
            end += 1
        }
        return start..<end
    }

    private static func digits(_ range: Range<Int>, in text: TextPieces) -> [UInt8] {
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

    private static func secret(_ run: Range<Int>, _ publicNumber: PublicNumber) -> Secret? {
        let text = publicNumber.text
        let count = run.reduce(0) { $0 + digitCount($1, in: text) }
        guard count >= 4, !run.allSatisfy({ publicNumber.isYear($0) && (run.count > 1 || isDated($0, publicNumber)) }) else { return nil }
        let announced = announcement(of: run, in: text)
        if count >= longNumber { return kind(withoutEdges(run, in: text), announced, in: text) }
        switch announced {
        case .phoneNumber? where count >= 7: return .phoneNumber
        case .identityNumber? where count >= 6, .accountNumber? where count >= 6: return announced
        case .oneTimeCode?, .password?: return isCounted(run, in: text) ? nil : announced
        default: return isLoneCode(run, count, publicNumber) ? .oneTimeCode : nil
        }
    }

    /// What the words around a number say that it is.
    private static func announcement(of run: Range<Int>, in text: TextPieces) -> Secret? {
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

    private static func kind(_ run: Range<Int>, _ announced: Secret?, in text: TextPieces) -> Secret {
        if announced == nil, isPhoneNumber(digits(run, in: text)) { return .phoneNumber }
        // A whole number among groups tells more than all of them together.
        let whole = run.first { text.pieces[$0].isNumber && text.pieces[$0].letters.count >= longNumber }
        let digits = digits(whole.map { $0..<($0 + 1) } ?? run, in: text)
        if Luhn.isCardNumber(digits) { return .cardNumber }
        if let announced, announced != .oneTimeCode, announced != .password { return announced }
        if isPhoneNumber(digits) { return .phoneNumber }
        return digits.count == 9 || digits.count == 12 ? .identityNumber : .accountNumber
    }

    private static func isPhoneNumber(_ digits: [UInt8]) -> Bool {
        var national = digits[...]
        if national.starts(with: [0, 0, 8, 4]) {
            national = national.dropFirst(4)
        } else if national.starts(with: [8, 4]) {
            national = national.dropFirst(2)
        }
        if national.count == digits.count {
            guard national.first == 0 else { return false }
            national = national.dropFirst()
        } else if national.first == 0 {
            national = national.dropFirst()
        }
        guard let first = national.first else { return false }
        switch national.count {
        case 9: return [2, 3, 5, 7, 8, 9].contains(first)
        case 10: return [1, 2].contains(first)
        default: return false
        }
    }

    /// Digits in words at the edges of a number that is complete without them belong to the sentence (“được không 0905 000 111”).
    private static func withoutEdges(_ run: Range<Int>, in text: TextPieces) -> Range<Int> {
        guard let first = run.first(where: { text.pieces[$0].isNumber }), let last = run.last(where: { text.pieces[$0].isNumber }) else { return run }
        let inner = first..<(last + 1)
        guard inner != run, inner.allSatisfy({ text.pieces[$0].isNumber }) else { return run }
        let digits = digits(inner, in: text)
        return isPhoneNumber(digits) || [9, 12].contains(digits.count) || Luhn.isCardNumber(digits) ? inner : run
    }

    /// Whether the number counts or numbers something: an amount, a measure, an error.
    static func isCounted(_ run: Range<Int>, in text: TextPieces) -> Bool {
        let pieces = text.pieces
        if run.upperBound < pieces.count, pieces[run.upperBound].gap.isSubset(of: .space) {
            let next = pieces[run.upperBound]
            let isLetter = next.key == pieceKey("k") && !next.gap.isEmpty
            if !next.word.isDisjoint(with: [.measure, .currency]), !isLetter { return true }
        }
        return pieces[max(0, run.lowerBound - 2)..<run.lowerBound].contains { $0.word.contains(.publicNumber) }
    }

    /// A code without a word that says so: six digits, at once or three and three, or four to eight that are the whole message.
    private static func isLoneCode(_ run: Range<Int>, _ count: Int, _ publicNumber: PublicNumber) -> Bool {
        let text = publicNumber.text
        let pieces = text.pieces
        if run == pieces.indices {
            if !pieces[run.dropFirst()].allSatisfy({ $0.gap.isSubset(of: [.space, .dash]) }) { return false }
            if run.count == 1 { return pieces[0].isNumber && !publicNumber.isYear(0) }
            let isSpoken = !pieces.contains(where: \.isNumber)
            return isSpoken ? count >= 6 : pieces.dropFirst().allSatisfy { $0.gap.contains(.space) } || pieces.allSatisfy { $0.letters.count > 2 }
        }
        let isCode = run.count == 1 && count == 6 || run.count == 2 && run.allSatisfy { pieces[$0].letters.count == 3 }
        guard isCode, run.allSatisfy({ pieces[$0].isNumber }), !isCounted(run, in: text) else { return false }
        let gaps = [pieces[run.lowerBound].gap] + (run.upperBound < pieces.count ? [pieces[run.upperBound].gap] : [])
        let isApart = gaps.dropFirst().allSatisfy { !$0.isEmpty && $0 != .slash && $0 != .dot && $0 != .dash }
        let touchesBefore = run.lowerBound > 0 && (gaps[0].isEmpty || gaps[0] == .slash || gaps[0] == .dot || gaps[0] == .dash)
        let isPriced = pieces[max(0, run.lowerBound - 2)..<run.lowerBound].contains { $0.word.contains(.price) }
        return isApart && !touchesBefore && !isPriced && !text.text(pieces[run.upperBound - 1]).suffix(3).elementsEqual("000".utf8)
    }

    private static func pieceKey(_ word: String) -> UInt64 { SecretWord.key(word.utf8) }

    private static let year = SecretWord.key("nam".utf8)
}
