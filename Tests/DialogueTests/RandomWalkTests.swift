import Catalogue
import Foundation
import HelpDesk
import Testing

@testable import Dialogue

/// What must hold whatever a person writes or presses: 2,000 random conversations.
@Suite struct RandomWalkTests {
    private static let conversations = 250
    private static let events = 10

    private let dialogue = MadeUpCatalogue.dialogue
    private let catalogue = MadeUpCatalogue.catalogue

    @Test(arguments: 0..<UInt64(8))
    func `nothing crashes, nobody waits for an answer, and no step is skipped`(_ part: UInt64) {
        for seed in 0..<UInt64(Self.conversations) {
            var walker = RandomWalker(seed: part << 32 | seed)
            var conversation = Conversation()
            var offered: [String] = []
            var disclosures = 0
            for _ in 0..<Self.events {
                let (event, isLate) = walker.next(offered: offered)
                let situation = Situation(conversation: conversation)
                let effects = dialogue.respond(to: event, in: situation)
                #expect(effects == dialogue.respond(to: event, in: situation), "pure: \(event.input)")
                let replies = effects.compactMap { if case .reply(let reply) = $0 { reply } else { nil } }
                let next = effects.compactMap { if case .remember(let next) = $0 { next } else { nil } }
                if isLate {
                    #expect(replies.isEmpty && next.isEmpty)
                    continue
                }
                #expect(!replies.isEmpty, "\(event.input)")
                #expect(next.count == 1)
                for reply in replies { check(reply) }
                if effects.contains(.forget) { disclosures = 0 }
                disclosures += replies.count { $0.text.contains(catalogue.messages[.disclosure]) }
                #expect(disclosures <= 1)
                let after = next.first ?? conversation
                check(from: conversation, to: after, event)
                offered += replies.flatMap(\.choices).map(\.value)
                conversation = after
            }
        }
    }

    private func check(_ reply: Reply) {
        #expect(!reply.text.isEmpty && reply.text.count <= 2000)
        #expect(!reply.text.contains("{"), "\(reply.text)")
        for choice in reply.choices {
            #expect(!choice.label.isEmpty)
            #expect(choice.value.utf8.count <= 64)
            #expect(ChoiceValue(choice.value)?.text == choice.value)
        }
        #expect(Set(reply.choices.map(\.value)).count == reply.choices.count, "\(reply.choices.map(\.label))")
    }

    /// A walk moves by one step at most, begins at the first step, and is taken up where it was left.
    private func check(from before: Conversation, to after: Conversation, _ event: Event) {
        guard let walk = after.walk, let place = place(walk) else { return }
        if before.walk?.guide == walk.guide, let old = before.walk.flatMap(self.place) {
            #expect(abs(place - old) <= 1, "\(event.input)")
            if case .choice(let value) = event.input, !before.offered.contains(where: { $0.value == value }) {
                #expect(place == old, "stale: \(value)")
            }
        } else if before.paused?.guide == walk.guide, let old = before.paused.flatMap(self.place), place != 0 {
            #expect(place == old, "\(event.input)")
        } else {
            #expect(place == 0, "\(event.input)")
        }
        #expect(walk.place == place)
    }

    private func place(_ walk: Conversation.Walk) -> Int? {
        catalogue.guide(walk.guide)?.steps.firstIndex { $0.id == walk.step }
    }
}
