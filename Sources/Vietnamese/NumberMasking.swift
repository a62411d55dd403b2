/// Numbers that give a person away: identity, phone, card and account numbers and codes, in digits and in words.
enum NumberMasking {
    static func find(in text: TextPieces, _ findings: inout [Masking.Finding]) {
        let pieces = text.pieces
        let publicNumber = PublicNumber(text: text)
        var index = 0
        while index < pieces.count {
            if pieces[index].isCode || DigitRun.digitCount(index, in: text) == 0 {
                index += 1
            } else if let end = publicNumber.end(from: index) {
                index = end
            } else {
                let run = DigitRun.run(from: index, publicNumber)
                if let secret = secret(run, publicNumber) {
                    let masked = DigitRun.withoutEdges(run, in: text)
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

    private static func secret(_ run: Range<Int>, _ publicNumber: PublicNumber) -> Secret? {
        let text = publicNumber.text
        let count = run.reduce(0) { $0 + DigitRun.digitCount($1, in: text) }
        guard count >= 4, !run.allSatisfy({ publicNumber.isYear($0) && (run.count > 1 || publicNumber.isDated($0)) }) else { return nil }
        let announced = Announcement.secret(of: run, in: text)
        if count >= DigitRun.longNumber { return kind(DigitRun.withoutEdges(run, in: text), announced, in: text) }
        switch announced {
        case .phoneNumber? where count >= 7: return .phoneNumber
        case .identityNumber? where count >= 6, .accountNumber? where count >= 6: return announced
        case .oneTimeCode?, .password?: return Announcement.isCounted(run, in: text) ? nil : announced
        default: return isLoneCode(run, count, publicNumber) ? .oneTimeCode : nil
        }
    }

    private static func kind(_ run: Range<Int>, _ announced: Secret?, in text: TextPieces) -> Secret {
        if announced == nil, PhoneNumber.matches(DigitRun.digits(run, in: text)) { return .phoneNumber }
        // A whole number among groups tells more than all of them together.
        let whole = run.first { text.pieces[$0].isNumber && text.pieces[$0].letters.count >= DigitRun.longNumber }
        let digits = DigitRun.digits(whole.map { $0..<($0 + 1) } ?? run, in: text)
        if Luhn.isCardNumber(digits) { return .cardNumber }
        if let announced, announced != .oneTimeCode, announced != .password { return announced }
        if PhoneNumber.matches(digits) { return .phoneNumber }
        return digits.count == 9 || digits.count == 12 ? .identityNumber : .accountNumber
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
        guard isCode, run.allSatisfy({ pieces[$0].isNumber }), !Announcement.isCounted(run, in: text) else { return false }
        let gaps = [pieces[run.lowerBound].gap] + (run.upperBound < pieces.count ? [pieces[run.upperBound].gap] : [])
        let isApart = gaps.dropFirst().allSatisfy { !$0.isEmpty && $0 != .slash && $0 != .dot && $0 != .dash }
        let touchesBefore = run.lowerBound > 0 && (gaps[0].isEmpty || gaps[0] == .slash || gaps[0] == .dot || gaps[0] == .dash)
        let isPriced = pieces[max(0, run.lowerBound - 2)..<run.lowerBound].contains { $0.word.contains(.price) }
        return isApart && !touchesBefore && !isPriced && !text.text(pieces[run.upperBound - 1]).suffix(3).elementsEqual("000".utf8)
    }
}
