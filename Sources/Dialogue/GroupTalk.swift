import Catalogue
import HelpDesk
import Matching
import Vietnamese

/// In a group the bot speaks only when addressed, says nothing of a person, and sends personal matters to the private chat
/// (promise 10). There is no conversation: what a button carries is all that is known.
extension Exchange {
    mutating func talkInGroup(_ input: Event.Input, _ phrasebook: Phrasebook) {
        switch input {
        case .text(let text, let understanding):
            let message = phrasebook.message(Folded(text.text))
            if let meaning = phrasebook.meaning(of: message), meaning.isCare { return care(meaning) }
            guard situation.member != nil else { return say(.groupStranger) }
            let meaning = phrasebook.numbered(in: text.text)?.meaning ?? phrasebook.meaning(of: message)
            let isLine = phrasebook.invite(in: text.text) != nil || phrasebook.rest(of: text.text, after: .log) != nil || LogLine.isAsked(in: text)
            if isLine || meaning?.isPersonal == true { return say(.groupPrivate) }
            if let meaning, meaning.isSmallTalk { return say(Self.talk(meaning)) }
            answerInGroup(text, understanding)
        case .choice(let value): ChoiceValue(value).map { closeInGroup($0) }
        default: break
        }
    }

    /// The guide's short form, and a session for the member who asked.
    private mutating func answerInGroup(_ text: MaskedText, _ understanding: Understanding) {
        effects.append(.question(text, understanding))
        guard understanding.decision == .answer, let guide = understanding.matches.first?.guide.flatMap(catalogue.guide) else {
            return say(.groupUnknown)
        }
        session(.opened(guide: guide.id, revision: guide.revision), of: guide.id)
        let steps = guide.steps.enumerated().map { "\($0 + 1). \($1.title)" }.joined(separator: "\n")
        let link = guide.link.map { catalogue.messages[.overviewLink, ["link": $0]] + "\n" } ?? ""
        say(.groupGuide, ["title": guide.title, "steps": steps, "link": link], choices: relayChoices(of: guide.id))
    }

    /// Only who asked may close: others have no session about this guide open.
    private mutating func closeInGroup(_ value: ChoiceValue) {
        let outcomes: [ChoiceValue.Action: HelpSession.Outcome] = [.relayDone: .solved, .relayNotDone: .unsolved, .relayReferred: .referred]
        guard let outcome = outcomes[value.action] else { return }
        guard situation.member?.open.contains(where: { $0.guide == value.guide }) == true else { return say(.groupNotYours) }
        session(.closed(outcome), of: value.guide)
        say(.groupClosed, ["title": title(of: value.guide), "outcome": catalogue.messages[outcome.label]])
    }
}
