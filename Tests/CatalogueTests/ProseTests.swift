import Testing

@testable import Catalogue

@Suite struct ProseTests {
    @Test(arguments: [
        ("Mở cổng làng", 3), ("mở – đóng, mở-đóng mở/đóng", 6), ("  “Á!” … ồ? → 12 ", 3), ("👍 tốt\n\nlắm", 2), ("", 0), ("—", 0),
        ("3.000 đồng", 2), ("(ạ)", 1),
    ])
    func syllablesAreCountedAsTheyAreRead(text: String, count: Int) {
        #expect(Prose(text).syllableCount == count)
    }

    @Test(arguments: [
        ("Một hai ba. Bốn năm", ["Một hai ba."]), ("Một hai ba.Bốn", ["Một hai ba.Bốn"]),
        ("Một “hai ba.” Bốn năm sáu", ["Một “hai ba.”", "Bốn năm sáu"]),
        ("Một hai ba\nBốn năm sáu", ["Một hai ba", "Bốn năm sáu"]), ("Một hai (ba!) bốn", ["Một hai (ba!)"]), ("Một; hai", []),
    ])
    func sentencesEndAtAMarkOrALine(text: String, long: [String]) {
        let sentences = Prose(text).sentences(longerThan: 2)
        #expect(sentences.map(\.text) == long)
        #expect(sentences.allSatisfy { $0.syllables > 2 })
    }

    @Test(arguments: [
        ("mở app rồi", ["app"]), ("mở “app” rồi", []), ("mở “cái\napp này” app", ["app"]), ("app.example.vn app/app app.", ["app"]),
        ("(app)… app–app ứng", ["app", "app", "app"]), ("a-pp", ["a-pp"]), ("bapp", []),
    ])
    func wordsStandOutsideOfQuotationMarks(text: String, words: [String]) {
        var isFirst = [Bool](repeating: false, count: 256)
        isFirst[Int(UInt8(ascii: "a"))] = true
        #expect(Prose(text).unquotedWords(beginningWith: isFirst) == words)
    }

    @Test(arguments: [("  a b \n", "a b"), ("\u{A0}ế\u{2003}", "ế"), ("", ""), (" \t", ""), ("ạ", "ạ")])
    func trimmedTextHasNoSpaceAtItsEnds(text: String, trimmed: String) {
        #expect(text.trimmed == trimmed)
    }
}
