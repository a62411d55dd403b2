import Testing
import Vietnamese

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Đăng nhập", "dang nhap"),
        ("LÀM SAO VÀO DỊCH VỤ CÔNG?", "lam sao vao dich vu cong"),
        ("  thuế,phí…  lệ-phí ", "thue phi le phi"),
        ("căn_cước", "can cuoc"),
        ("ＶＮｅＩＤ　１２", "vneid 12"),
        ("xã\u{200B}hội\u{FEFF} s\u{AD}ố", "xahoi so"),
        ("👍 ok 🇻🇳nhé❤️", "ok nhe"),
        ("mức 2 привет 你好 xong", "muc 2 xong"),
        ("Ðơn ðề nghị", "don de nghi"),
        ("1️⃣ một", "1 mot"),
        ("\u{301}", ""),
        ("", ""),
    ])
    func foldsToLettersAndSingleSpaces(text: String, folded: String) {
        #expect(Folding.fold(text) == folded)
        #expect(Folded(text).text == folded)
    }

    @Test func everyVowelIsTheSameComposedAndInParts() {
        #expect(WrittenVowel.all.count == 72)
        for vowel in WrittenVowel.all {
            let composed = Folded("ngh" + vowel.composed + "n x")
            #expect(composed == Folded("ngh" + vowel.decomposed + "n x"))
            #expect(composed == Folded("NGH" + vowel.composed.uppercased() + "N x"))
            #expect(composed.letters == Array("ngh".utf8) + [vowel.letter] + Array("n x".utf8))
        }
    }

    @Test func everyToneAndShapeIsTold() {
        let values = WrittenVowel.all.map { Folded($0.composed) }
        #expect(Set(values).count == 72)
        #expect(values.filter { !$0.words[0].isMarked }.count == 6)
        #expect(Folded("đi").words[0].isMarked == false)
        #expect(Folded("đi").shapes == [.stroke, .plain])
        #expect(Folded("hoàn").words[0].tone == .grave)
    }

    @Test(arguments: [("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("quỳ", "qùy")])
    func theTonesPlaceInTheWordDoesNotMatter(one: String, other: String) {
        #expect(Folded(one) == Folded(other))
    }

    @Test func theLastToneOfAWordStands() {
        #expect(Folded("hòá").words[0].tone == .acute)
        // Canonical order, not typing order, decides within one letter.
        #expect(Folded("a\u{301}\u{323}") == Folded("a\u{323}\u{301}"))
    }

    @Test func wordsAreRangesOfTheLetters() {
        let folded = Folded("Cổng Dịch vụ công")
        #expect(folded.words.indices.map { String(decoding: folded.word($0), as: UTF8.self) } == ["cong", "dich", "vu", "cong"])
    }

    @Test func anyBytesFoldToLettersAndFoldingTwiceIsFoldingOnce() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            expectFolded(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func anyScalarsFoldToLettersAndFoldingTwiceIsFoldingOnce() {
        var generator = SeededGenerator(seed: 2)
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x206F, 0xFF00...0xFF5E, 0x1F600...0x1F64F,
        ]
        for _ in 0..<3_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                let block = blocks[Int.random(in: blocks.indices, using: &generator)]
                if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) { text.append(scalar) }
            }
            expectFolded(String(text))
        }
    }

    private func expectFolded(_ text: String) {
        let folded = Folded(text)
        #expect(folded.shapes.count == folded.letters.count)
        #expect(folded.letters.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x20 })
        #expect(
            folded.letters.split(separator: 0x20, omittingEmptySubsequences: false).map(Array.init)
                == folded.words.indices.map { Array(folded.word($0)) } || folded.words.isEmpty && folded.letters.isEmpty)
        #expect(Folded(folded.text).letters == folded.letters)
    }
}
