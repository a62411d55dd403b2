import Testing

@testable import Dialogue

@Suite struct ChoiceValueTests {
    private static let actions: [ChoiceValue.Action] = [
        .open, .start, .done, .back, .stuck, .again, .human, .exit, .menu, .resume, .none, .otherTrouble, .worked, .notWorked, .forget, .keep,
        .group, .trouble(0), .trouble(9), .trouble(99),
    ]

    @Test(arguments: actions, [0, 1, 36, 1_000_000])
    func `a value with the longest ids comes back whole from at most 64 bytes`(_ action: ChoiceValue.Action, _ turn: Int) {
        // The catalogue allows 46 characters for guide and step together; a revision has 6.
        let value = ChoiceValue(
            action, guide: String(repeating: "g", count: 30), revision: "zzzzzz", step: String(repeating: "s", count: 16), turn: turn)
        #expect(value.text.utf8.count <= 64)
        #expect(ChoiceValue(value.text) == value)
    }

    @Test func `a value that is about no guide comes back, too`() {
        let value = ChoiceValue(.menu, turn: 7)
        #expect(ChoiceValue(value.text) == value)
    }

    @Test func `no two actions are written alike`() {
        #expect(Set(Self.actions.map { ChoiceValue($0, turn: 0).text }).count == Self.actions.count)
    }

    @Test(arguments: [
        "", "d", "||||", "d||||", "d|||||1", "d|a|b|1", "d|a|b|c|-1", "d|a|b|c|?", "d|a|b|c|zzzzzzzzzzzzzzzz", "q||||1", "D||||1", "dd||||1",
        "t||||1", "t-1||||1", "t100||||1", "tx||||1", "Xong, tiếp", "\u{0}|\u{0}|\u{0}|\u{0}|\u{0}", String(repeating: "|", count: 64),
    ])
    func `a text that this program never wrote is no value`(_ text: String) {
        #expect(ChoiceValue(text) == nil)
    }

    @Test func `a text of more than 64 bytes is no value`() {
        let fitting = "d|" + String(repeating: "g", count: 58) + "|||"
        #expect(ChoiceValue(fitting + "1") != nil)
        #expect(ChoiceValue(fitting + "11") == nil)
    }
}
