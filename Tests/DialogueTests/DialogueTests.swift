import Catalogue
import Foundation
import HelpDesk
import Matching
import Testing
import Vietnamese

@testable import Dialogue

@Suite struct DialogueTests {
    private let dialogue = MadeUpCatalogue.dialogue
    private let morning = Date(timeIntervalSince1970: 1_795_500_000)

    @Test func `each step that is shown is told to the help session`() throws {
        let guide = try #require(MadeUpCatalogue.catalogue.guide("nop-ho-so"))
        var conversation = Conversation()
        var reached: [String] = []
        for (minute, text) in ["nộp hồ sơ qua mạng", "1", "xong", "xong", "xong"].enumerated() {
            let effects = dialogue.respond(to: said(text, minute: minute), in: Situation(conversation: conversation))
            for case .session(_, .reached(let step)) in effects { reached.append(step) }
            for case .remember(let next) in effects { conversation = next }
        }
        #expect(reached == guide.steps.map(\.id))
    }

    @Test func `the opening of a page is the greeting with the disclosure`() throws {
        let replies = dialogue.opening()
        #expect(replies.count == 1)
        let messages = MadeUpCatalogue.catalogue.messages
        #expect(try #require(replies.first).text == messages[.greeting] + "\n\n" + messages[.disclosure])
    }

    @Test func `a conversation comes back from its stored form`() throws {
        var conversation = Conversation()
        for (minute, text) in ["nộp hồ sơ qua mạng", "1", "bị kẹt", "quên mật khẩu vneid"].enumerated() {
            let effects = dialogue.respond(to: said(text, minute: minute), in: Situation(conversation: conversation))
            for case .remember(let next) in effects { conversation = next }
        }
        #expect(conversation.paused?.stuckAt == "chon-ho-so")
        let stored = try JSONEncoder().encode(conversation)
        #expect(try JSONDecoder().decode(Conversation.self, from: stored) == conversation)
    }

    @Test func `an event of the same moment as the last one is answered`() {
        var conversation = Conversation()
        conversation.lastEventAt = morning
        let effects = dialogue.respond(to: said("chào", minute: 0), in: Situation(conversation: conversation))
        #expect(effects.contains { if case .reply = $0 { true } else { false } })
    }

    @Test func `a late question is logged and changes nothing else`() {
        var conversation = Conversation()
        conversation.lastEventAt = morning + 1
        let event = said("quên mật khẩu vneid", minute: 0)
        guard case .text(let text, let understanding) = event.input else { return }
        #expect(dialogue.respond(to: event, in: Situation(conversation: conversation)) == [.question(text, understanding)])
        #expect(dialogue.respond(to: said("xong", minute: 0), in: Situation(conversation: conversation)).isEmpty)
    }

    @Test(arguments: [
        ("x", false), ("o|khong-co|||1", false), ("d|nop-ho-so|cu|chon-ho-so|1", true), ("h||||1", true), ("g|khong-co|||1", false),
    ])
    func `a button that was never offered is answered and moves no walk`(_ value: String, _ isWalking: Bool) {
        var conversation = Conversation()
        if isWalking { conversation.walk = Conversation.Walk(guide: "nop-ho-so", revision: "cu", step: "dien-to-khai", place: 1) }
        let effects = dialogue.respond(to: Event(at: morning, input: .choice(value)), in: Situation(conversation: conversation))
        #expect(effects.contains { if case .reply = $0 { true } else { false } })
        for case .remember(let next) in effects { #expect(next.walk?.step == conversation.walk?.step) }
    }

    private func said(_ text: String, minute: Int) -> Event {
        let masked = MaskedText(masking: text)
        return Event(at: morning + Double(minute * 60), input: .text(masked, MadeUpCatalogue.matcher.understand(masked.text)))
    }
}
