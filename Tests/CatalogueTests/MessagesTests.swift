import Testing

@testable import Catalogue

@Suite struct MessagesTests {
    @Test(arguments: [
        ("Việc mẫu", [:], "Việc mẫu"),
        ("{title}", ["title": "Gieo hạt"], "Gieo hạt"),
        ("Bước {number}/{total}: {title}", ["number": "2", "total": "5", "title": "Tưới"], "Bước 2/5: Tưới"),
        ("{title}, {title}", ["title": "mẫu"], "mẫu, mẫu"),
        ("{title} {la}", ["title": "mẫu"], "mẫu {la}"),
        ("{title", ["title": "mẫu"], "{title"),
        ("title} {title}", ["title": "mẫu"], "title} mẫu"),
        ("{ {title}", ["title": "mẫu"], "{ mẫu"),
        ("{title} {", ["title": "mẫu"], "mẫu {"),
        ("{}{{title}}", ["title": "mẫu"], "{}{mẫu}"),
        ("", ["title": "mẫu"], ""),
    ])
    func aSentenceIsFilled(template: String, values: [String: String], filled: String) {
        #expect(Messages(templates: ["greeting": template])[.greeting, values] == filled)
    }

    @Test func aValueIsNeverTakenForATemplate() {
        let messages = Messages(templates: ["remedy": "{title} {remedy}"])
        #expect(messages[.remedy, ["title": "{remedy}", "remedy": "{title}"]] == "{remedy} {title}")
    }

    @Test func aSentenceThatIsMissingShowsAsItsKey() {
        #expect(Messages()[.menuGroup, ["title": "mẫu"]] == "menu.group")
    }

    /// Whatever the reader does not complain about must be filled, and the other way round.
    @Test(arguments: ["{title}", "{ {title}", "title} {title} {", "{{title}}", "{title} {title}"])
    func theNamesThatAreCheckedAreThoseThatAreFilled(template: String) {
        #expect(Template.names(in: template) == ["title"])
        #expect(!Template.fill(template, ["title": "mẫu"]).contains("{title}"))
    }

    @Test(arguments: [(MessageKey.choiceStart, 40), (.greeting, 1200)])
    func aSentenceMayBeAsLongAsItsChannelsTakeIt(key: MessageKey, limit: Int) {
        for (length, kinds) in [(limit, []), (limit + 1, [Diagnostic.Kind.messageTooLong])] {
            var findings = Findings()
            let text = "\(key.rawValue): " + String(repeating: "ờ", count: length)
            _ = ContentFiles.messages(name: "content/messages.yaml", text: text, &findings)
            #expect(findings.diagnostics.map(\.kind).filter { $0 != .missingMessage } == kinds)
        }
    }

    @Test func everyMissingSentenceIsNamed() {
        var findings = Findings()
        _ = ContentFiles.messages(name: "content/messages.yaml", text: "greeting: Chào mẫu", &findings)
        #expect(findings.diagnostics.compactMap { $0.arguments["key"] } == MessageKey.allCases.dropFirst().map(\.rawValue))
    }
}
