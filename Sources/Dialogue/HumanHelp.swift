import Catalogue
import HelpDesk
import Vietnamese

/// Where a machine is not enough: secrets given away, distress, and the way to people.
extension Exchange {
    mutating func warn(of secrets: Set<Secret>) {
        let isKey = !secrets.isDisjoint(with: [.oneTimeCode, .password])
        say(isKey ? .secretCode : .secret)
    }

    /// First of all kindness and whom to call; a refusal never.
    mutating func care(_ meaning: Phrase.Meaning) {
        let key: MessageKey =
            switch meaning {
            case .selfHarm: .selfHarm
            case .danger: .danger
            default: .cheatedNow
            }
        // In a group nothing goes on that a button could lead to.
        if situation.isInGroup { return say(key) }
        let guide = meaning == .cheatedNow ? catalogue.guide(KnownGuide.cheated) : nil
        say(key, choices: (guide.map { [choice(opening: $0)] } ?? []) + [choice(.choiceHuman, .human)])
    }

    mutating func showHuman(after lead: MessageKey? = nil) {
        let text = human(after: lead)
        let choices = generalChoices.filter { ChoiceValue($0.value)?.action != .human }
        say(text, choices: conversation.walk?.step == nil ? startChoice + choices : choices + [choice(.choiceExit, .exit)])
    }

    /// Where people help: the person's team where it is known, else the commune's centre.
    mutating func human(after lead: MessageKey? = nil) -> String {
        let messages = catalogue.messages
        var text = lead.map { messages[$0] + "\n\n" } ?? ""
        if let contact = situation.contact {
            text += messages[.humanTeam, ["team": contact.team, "contact": contact.contact, "address": contact.address]]
        } else {
            text += messages[.human]
        }
        if let hotline = guideInUse?.hotline { text += "\n" + messages[.humanHotline, ["hotline": hotline]] }
        if let walk = conversation.walk { session(.askedForHuman(step: walk.step), of: walk.guide) }
        return text
    }
}
