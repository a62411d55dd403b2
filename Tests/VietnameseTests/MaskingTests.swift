import Testing
import Vietnamese

@Suite struct MaskingTests {
    @Test(arguments: SecretCase.all)
    func aSecretIsMaskedAndNothingOfItRemains(given: SecretCase) {
        let masked = MaskedText(masking: given.text)
        #expect(masked.secrets.contains(given.secret), "\(masked)")
        let left = Folding.fold(masked.text).filter { $0 != " " }
        // Four in a row are too many already.
        let leak = Array(given.leak)
        for start in 0...max(0, leak.count - 4) {
            let part = String(leak[start..<min(start + 4, leak.count)])
            #expect(!left.contains(part), "\(masked.text)")
        }
    }

    @Test(arguments: NoSecretCases.all)
    func aTextWithoutSecretsStaysAsItIs(text: String) {
        #expect(MaskedText(masking: text).text == text)
        #expect(MaskedText(masking: text).secrets.isEmpty)
    }

    @Test(arguments: [
        ("gọi 1900 0368 hay 0905000111 ngày 12/11/2025?", "gọi 1900 0368 hay ••• ngày 12/11/2025?"),
        ("làm được không 0905 000 111", "làm được không •••"),
        ("mk là Abc@123, sđt 0905.000.111", "mk là ••• sđt •••"),
        ("Số CCCD của em là 079000000111, em quên mật khẩu", "Số CCCD của em là •••, em quên mật khẩu"),
        ("mk vneid là gì vậy 774193", "mk vneid là gì vậy •••"),
        ("lệ phí 500.000đ chuyển vào stk 0123456789", "lệ phí 500.000đ chuyển vào stk •••"),
    ])
    func whatIsNoSecretStands(text: String, masked: String) {
        #expect(MaskedText(masking: text).text == masked)
    }

    @Test func thereAreEnoughCases() {
        #expect(SecretCase.all.count >= 150)
        #expect(NoSecretCases.all.count >= 100)
        #expect(Set(SecretCase.all.map(\.secret)) == Set(Secret.allCases))
    }

    @Test func everyTextIsMaskedOnceAndForAll() {
        for text in SecretCase.all.map(\.text) + NoSecretCases.all { expectStable(text) }
        var generator = SeededGenerator(seed: 5)
        let words = (SecretCase.all.map(\.text) + NoSecretCases.all).flatMap { $0.split(separator: " ") }
        let signs = [" ", " ", " ", "", ".", "-", ", ", "/", ": ", "\n", "•", "@"]
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...14, using: &generator) {
                text += words[Int.random(in: words.indices, using: &generator)] + signs[Int.random(in: signs.indices, using: &generator)]
            }
            expectStable(text)
        }
    }

    @Test func anyBytesAreSafe() {
        var generator = SeededGenerator(seed: 6)
        let likely = Array("0123456789 .-/@:o•mk là otp".utf8)
        for round in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                round.isMultiple(of: 2) ? UInt8.random(in: 0...255, using: &generator) : likely[Int.random(in: likely.indices, using: &generator)]
            }
            expectStable(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(arguments: [
        "0", "0 ", "1/", "a@", "mk.", "mk ", "mk:a ", "không ", "1.000.", "12/11/2025 ", "otp la ", "H48-", "1900 ", "•", "\u{301}", "là mk ",
    ])
    func longRepetitionsAreMaskedOnce(part: String) {
        expectStable(String(repeating: part, count: 5_000))
    }

    private func expectStable(_ text: String) {
        let once = MaskedText(masking: text)
        let twice = MaskedText(masking: once.text)
        #expect(twice.text == once.text, "\(text.debugDescription)")
        #expect(twice.secrets.isEmpty)
    }
}
