/// Numbers that are nobody's secret: dates, amounts, hotlines, years.
struct PublicNumber {
    let text: TextPieces

    static let year = SecretWord.key("nam".utf8)
    /// How many pieces the longest public number may have.
    private static let longest = 12

    /// Whether all numbers among the pieces are public ones.
    func covers(_ range: Range<Int>) -> Bool {
        guard range.count <= Self.longest else { return false }
        var index = range.lowerBound
        while index < range.upperBound {
            guard text.pieces[index].isNumber else {
                index += 1
                continue
            }
            guard let end = end(from: index) ?? (isDated(index) ? index + 1 : nil) else { return false }
            index = end
        }
        return true
    }

    /// Where the public number that begins at a piece ends, or nil where none begins.
    func end(from index: Int) -> Int? {
        guard text.pieces[index].isNumber, standsAlone(before: index) else { return nil }
        return [hotline(index), date(index), amount(index)].compactMap { $0 }.max()
    }

    /// A year after “năm”.
    func isDated(_ index: Int) -> Bool {
        isYear(index) && index > 0 && text.pieces[index - 1].key == Self.year
    }

    /// A year of our time: 1900 to 2099.
    func isYear(_ index: Int) -> Bool {
        let digits = text.text(text.pieces[index])
        return text.pieces[index].isNumber && digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
    }

    private func value(_ index: Int) -> Int {
        text.text(text.pieces[index]).reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 1_000_000) }
    }

    private func length(_ index: Int) -> Int { text.pieces[index].letters.count }

    private func isNumber(_ index: Int) -> Bool { index < text.pieces.count && text.pieces[index].isNumber }

    /// No digit group of the same number stands before, unless a space parts them.
    private func standsAlone(before index: Int) -> Bool {
        guard index > 0, text.pieces[index - 1].isNumber else { return true }
        let gap = text.pieces[index].gap
        return gap.contains(.space) || !gap.joinsDigits && gap != .slash || partsAmounts(index)
    }

    /// Whether a dash stands between two amounts (4.000.000-6.000.000).
    private func partsAmounts(_ index: Int) -> Bool {
        let before = text.pieces[index - 1]
        guard text.pieces[index].gap == .dash, before.gap == .dot || before.gap == .comma, isNumber(index + 1) else { return false }
        return text.text(before).elementsEqual("000".utf8) && text.pieces[index + 1].gap == before.gap && length(index) <= 3
    }

    private func standsAlone(after end: Int) -> Bool {
        guard isNumber(end) else { return true }
        let gap = text.pieces[end].gap
        return gap.contains(.space) || !gap.joinsDigits && gap != .slash || partsAmounts(end)
    }

    /// 113, 1022, 1414, 1800 and 1900 numbers, at once or grouped.
    private func hotline(_ index: Int) -> Int? {
        let digits = text.text(text.pieces[index])
        let short = Self.short.contains(Array(digits)) && standsAlone(after: index + 1) ? index + 1 : nil
        guard digits.starts(with: "1800".utf8) || digits.starts(with: "1900".utf8) else { return short }
        var count = digits.count
        var end = index + 1
        while count < 8, isNumber(end), text.pieces[end].gap.joinsDigits, !text.pieces[end].gap.contains(.wide) {
            count += length(end)
            end += 1
        }
        if count == 7, isNumber(end), text.pieces[end].gap.joinsDigits {
            count += length(end)
            end += 1
        }
        return (count == 8 || count == 10) && standsAlone(after: end) ? end : short
    }

    /// Day, month, year in this or the other order, a day and a month, a month and a year; one kind of sign between.
    private func date(_ index: Int) -> Int? {
        guard isNumber(index + 1), length(index) <= 4 else { return nil }
        let sign = text.pieces[index + 1].gap
        guard sign == .slash || sign == .dash || sign == .dot || sign == .space, length(index + 1) <= 2 || sign == .slash else { return nil }
        if isNumber(index + 2), text.pieces[index + 2].gap == sign, standsAlone(after: index + 3) || sign == .space {
            let isForward = isDay(index) && isMonth(index + 1) && isYear(index + 2)
            if isForward || isYear(index) && isMonth(index + 1) && isDay(index + 2) { return index + 3 }
        }
        // 12/11, 08/2026, 69/2024: the stroke alone shows that these are no groups of one number.
        let isPlain = sign == .slash && standsAlone(after: index + 2) && length(index) <= 4 && (length(index + 1) <= 2 || isYear(index + 1))
        return isPlain ? index + 2 : nil
    }

    private func isDay(_ index: Int) -> Bool { length(index) <= 2 && (1...31).contains(value(index)) }

    private func isMonth(_ index: Int) -> Bool { length(index) <= 2 && (1...12).contains(value(index)) }

    /// An amount of money: groups of three, or a number before a currency.
    private func amount(_ index: Int) -> Int? {
        guard text.first(text.pieces[index]) != UInt8(ascii: "0") else { return nil }
        var end = index + 1
        if length(index) <= 3, isNumber(end) {
            let sign = text.pieces[end].gap
            guard sign == .dot || sign == .comma || sign == .space else { return currency(after: end) ? end : nil }
            while isNumber(end), end - index < 6, text.pieces[end].gap == sign, length(end) == 3 { end += 1 }
        }
        guard standsAlone(after: end) else { return nil }
        if currency(after: end) { return end }
        let isRound = text.text(text.pieces[end - 1]).suffix(3).elementsEqual("000".utf8)
        if end - index > 1 {
            let sign = text.pieces[index + 1].gap
            return isRound && sign != .space || priced(index) ? end : nil
        }
        return isRound && priced(index) && length(index) > 3 ? end : nil
    }

    /// Whether a currency follows; “d” counts only as a đ or where it touches the number.
    private func currency(after end: Int) -> Bool {
        guard end < text.pieces.count, text.pieces[end].gap.isSubset(of: [.space]) else { return false }
        let unit = text.pieces[end]
        if unit.word.contains(.currency) { return true }
        return text.text(unit).elementsEqual("d".utf8) && (unit.gap.isEmpty || unit.bytes.count > 1)
    }

    private func priced(_ index: Int) -> Bool {
        text.pieces[max(0, index - 2)..<index].contains { $0.word.contains(.price) }
    }

    private static let short = Set(
        ["111", "112", "113", "114", "115", "156", "5656", "1022", "1414", "1800", "1900"].map { Array($0.utf8) }
    )
}
