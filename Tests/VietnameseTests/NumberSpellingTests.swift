import Testing
import Vietnamese

/// Numbers that nobody has, spelt in every way that people spell numbers.
@Suite struct NumberSpellingTests {
    private static let spoken = [
        ["không", "khong"], ["một", "mot"], ["hai"], ["ba"], ["bốn", "bon", "tư"], ["năm", "nam"], ["sáu", "sau"], ["bảy", "bay"], ["tám", "tam"],
        ["chín", "chin"],
    ]
    private static let sentences = [
        ("", ""), ("số em là ", " ạ"), ("gọi ", " nhé"), ("ở tổ 12: ", ", cảm ơn"), ("ngày 12/11/2025 ", " không vào được"),
    ]

    @Test func noSpellingOfALongNumberIsLeftToRead() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<6_000 {
            let digits = number(&generator)
            let sentence = Self.sentences[Int.random(in: Self.sentences.indices, using: &generator)]
            let text = sentence.0 + spelling(of: digits, &generator) + sentence.1
            let left = MaskedText(masking: text).text
            let expected = sentence.0 + "•••" + sentence.1
            #expect(left.count <= expected.count + 2, "\(text) -> \(left)")
        }
    }

    /// A mobile number or an identity number.
    private func number(_ generator: inout SeededGenerator) -> [Int] {
        let rest = (0..<8).map { _ in Int.random(in: 0...9, using: &generator) }
        if Bool.random(using: &generator) { return [0, [3, 5, 7, 8, 9].randomElement(using: &generator) ?? 9] + rest }
        return [0, Int.random(in: 0...9, using: &generator), Int.random(in: 1...9, using: &generator), Int.random(in: 0...3, using: &generator)]
            + rest
    }

    private func spelling(of digits: [Int], _ generator: inout SeededGenerator) -> String {
        let gap = [" ", ".", "-", " - ", ", ", "  "].randomElement(using: &generator) ?? " "
        let words = [0, 0, 30, 100].randomElement(using: &generator) ?? 0
        let groups = [0, 25, 40, 100].randomElement(using: &generator) ?? 0
        let isFull = Int.random(in: 0..<8, using: &generator) == 0
        var text = ""
        var wasWord = false
        for (place, digit) in digits.enumerated() {
            let isWord = Int.random(in: 0..<100, using: &generator) < words
            if place > 0 {
                if isWord || wasWord { text += " " } else if Int.random(in: 0..<100, using: &generator) < groups { text += gap }
            }
            if isWord {
                text += Self.spoken[digit].randomElement(using: &generator) ?? ""
            } else if digit == 0, words == 0, Int.random(in: 0..<10, using: &generator) == 0, place > 1 {
                text += "o"
            } else {
                text += isFull ? String(Unicode.Scalar(0xFF10 + UInt32(digit)).map(Character.init) ?? "0") : "\(digit)"
            }
            wasWord = isWord
        }
        return text
    }
}
