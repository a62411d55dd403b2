import Catalogue
import Testing

@Suite struct EditorTextsTests {
    private let fault = Diagnostic(
        .unknownGroup, at: Position(file: "content/guides/mau.md", line: 3, column: 8), ["group": "la", "known": "mot, hai"]
    )

    @Test func aFaultIsOneLineWithPlaceAndRemedy() {
        let texts = EditorTexts(sentences: ["severity.error": "lỗi", "unknown-group": "không có “{group}”.", "unknown-group.remedy": "Có: {known}."])
        #expect(texts.line(for: fault) == "content/guides/mau.md:3:8: lỗi: không có “la”. Có: mot, hai. [unknown-group]")
    }

    @Test func aFaultIsToldEvenWithoutSentences() {
        #expect(EditorTexts().line(for: fault) == "content/guides/mau.md:3:8: error: group=la, known=mot, hai [unknown-group]")
    }

    @Test func aSentenceThatIsMissingShowsAsItsKey() {
        let texts = EditorTexts(sentences: ["check.sound": "Tốt: {intents}"])
        #expect(texts.sentence("check.sound", ["intents": "3"]) == "Tốt: 3")
        #expect(texts.sentence("check.summary", ["errors": "3"]) == "check.summary")
    }
}
