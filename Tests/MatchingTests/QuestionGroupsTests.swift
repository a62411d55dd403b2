import Catalogue
import Testing
import Vietnamese

@testable import Matching

struct QuestionGroupsTests {
    private static let lexicon = Lexicon(abbreviations: [Lexicon.Entry(written: "dvc", meaning: "dịch vụ công")])
    private static let intents = [
        Intent(
            id: "vao-cong", title: "Vào cổng dịch vụ công", guide: nil,
            questions: ["làm sao vào dịch vụ công", "đăng nhập dịch vụ công không được", "mở cổng dịch vụ công"]),
        Intent(
            id: "gieo-hat", title: "Gieo hạt cải", guide: nil, questions: ["gieo hạt cải lúc nào", "khi nào trồng cải", "mùa này gieo cải được chưa"]),
    ]

    @Test func `Spellings of one question are one group, and other questions are not`() {
        let matcher = Matcher(intents: Self.intents, lexicon: Self.lexicon)
        let texts = [
            "đăng nhập dịch vụ công ở máy lạ", "dang nhap dich vu cong o may la", "đăng nhập DVC ở máy lạ", "cho tôi hỏi đăng nhập dvc ở máy lạ",
            "đăng nhâp dịch vụ côg ở máy lạ", "gieo hạt cải bằng máy lạ",
        ]
        let readings = QuestionGroups.readings(of: texts, by: matcher, without: ["cho tôi hỏi"])
        #expect(QuestionGroups.places(of: readings.map(\.words)) == [[0, 1, 2, 3, 4], [5]])
        #expect(QuestionGroups.mark(of: readings[0].words) == QuestionGroups.mark(of: readings[1].words))
        #expect(QuestionGroups.mark(of: readings[0].words) != QuestionGroups.mark(of: readings[5].words))
    }

    @Test func `Twenty thousand readings are grouped, each in one group`() {
        let readings = (0..<20_000).map { number in ["a", "b", "n\(number % 5_000)", "m\(number % 5_000)"] }
        let places = QuestionGroups.places(of: readings)
        #expect(places.count == 5_000)
        #expect(places.joined().sorted() == Array(0..<20_000))
    }

    @Test func `The effect counts what is answered, what is taken, and names the sample that is turned away`() {
        let before = Matcher(intents: Self.intents, lexicon: Self.lexicon, calibrating: false)
        let text = "cổng báo máy lạ phải làm gì"
        let base = Catalogue(intents: Self.intents, lexicon: Self.lexicon)
        let change = CatalogueChange.phrase(text, intent: "vao-cong")
        let changed = base.applying([change])
        #expect(changed.intents[0].questions.last == text)
        #expect(change.standing(in: changed) == .inFiles)
        #expect(CatalogueChange.phrase(text, intent: "khong-co").standing(in: base) == .orphaned)
        let after = Matcher(intents: changed.intents, lexicon: changed.lexicon, calibrating: false)
        let nothing = Matcher(intents: [], lexicon: .empty)
        let effect = ChangeEffect(before: nothing, after: after, intents: Self.intents, questions: [(text, 3), ("xyz", 1)])
        #expect(effect.answered == 3)
        #expect(effect.taken == 0)
        #expect(effect.turned.isEmpty)
        let lost = ChangeEffect(before: before, after: nothing, intents: Self.intents, questions: [("gieo hạt cải lúc nào", 2)])
        #expect(lost.answered == 0)
        #expect(lost.taken == 2)
        #expect(lost.isRefused)
        #expect(lost.turned.contains { $0.text == "gieo hạt cải lúc nào" && $0.intent == "gieo-hat" })
    }
}
