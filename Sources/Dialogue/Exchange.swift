import Catalogue
import Foundation
import HelpDesk
import Matching
import Vietnamese

/// One turn as it is being worked out: what was there, and what shall be said and changed.
struct Exchange {
    let catalogue: Catalogue
    let situation: Situation
    let at: Date
    var conversation: Conversation
    var effects: [Effect] = []
    /// How long the person had said nothing; nil for the first event.
    let silence: TimeInterval?

    init(catalogue: Catalogue, situation: Situation, at: Date) {
        self.catalogue = catalogue
        self.situation = situation
        self.at = at
        silence = situation.conversation.lastEventAt.map { at.timeIntervalSince($0) }
        conversation = situation.conversation
        conversation.turn += 1
        conversation.lastEventAt = at
    }

    var replies: [Reply] {
        effects.compactMap { if case .reply(let reply) = $0 { reply } else { nil } }
    }

    // MARK: Saying

    mutating func say(_ key: MessageKey, _ values: [String: String] = [:], choices: [Choice] = []) {
        say(catalogue.messages[key, values], choices: choices)
    }

    mutating func say(_ text: String, choices: [Choice] = []) {
        effects.append(.reply(Reply(text: text, choices: choices)))
        if !choices.isEmpty { conversation.offered = choices }
    }

    /// A choice with a label of `content/messages.yaml`, about the walk's present step where there is one.
    func choice(_ key: MessageKey, _ action: ChoiceValue.Action) -> Choice {
        choice(catalogue.messages[key], action)
    }

    func choice(_ label: String, _ action: ChoiceValue.Action) -> Choice {
        let walk = conversation.walk
        let value = ChoiceValue(
            action, guide: walk?.guide ?? "", revision: walk?.revision ?? "", step: walk?.step ?? "", turn: conversation.turn
        )
        return Choice(label: label, value: value)
    }

    /// A choice that opens a guide.
    func choice(opening guide: Guide) -> Choice {
        Choice(label: guide.title, value: ChoiceValue(.open, guide: guide.id, turn: conversation.turn))
    }

    /// What can be chosen where nothing is going on.
    var generalChoices: [Choice] {
        let resume = conversation.paused == nil ? [] : [choice(.choiceResume, .resume)]
        return resume + [choice(.choiceMenu, .menu), choice(.choiceHuman, .human)]
    }

    // MARK: Beginning

    /// The greeting says at once that a machine answers, what is kept and what is never asked for.
    mutating func greet() {
        if conversation.wasGreeted {
            say(.talkGreeting, choices: generalChoices)
        } else {
            conversation.wasGreeted = true
            say(catalogue.messages[.greeting] + "\n\n" + catalogue.messages[.disclosure], choices: generalChoices)
        }
    }

    /// The disclosure before the first answer, where the person began with a question.
    mutating func discloseOnce() {
        guard !conversation.wasGreeted else { return }
        conversation.wasGreeted = true
        say(.disclosure)
    }

    mutating func showMenu() {
        let groups = catalogue.groups.filter { !catalogue.guides(in: $0.id).isEmpty }
        let choices = groups.map { Choice(label: $0.title, value: ChoiceValue(.group, guide: $0.id, turn: conversation.turn)) }
        say(.menu, choices: choices + [choice(.choiceHuman, .human)])
    }

    mutating func showGroup(_ id: String) {
        guard let group = catalogue.groups.first(where: { $0.id == id }) else { return showMenu() }
        say(.menuGroup, ["title": group.title], choices: catalogue.guides(in: id).map(choice(opening:)) + [choice(.choiceMenu, .menu)])
    }

    // MARK: Secrets, care, a human

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
        let guide = meaning == .cheatedNow ? catalogue.guide(KnownGuide.cheated) : nil
        say(key, choices: (guide.map { [choice(opening: $0)] } ?? []) + [choice(.choiceHuman, .human)])
    }

    /// Where people help: the person's team where it is known, else the commune's centre.
    mutating func showHuman(after lead: MessageKey? = nil) {
        var text = lead.map { catalogue.messages[$0] + "\n\n" } ?? ""
        if let contact = situation.contact {
            text += catalogue.messages[.humanTeam, ["team": contact.team, "contact": contact.contact, "address": contact.address]]
        } else {
            text += catalogue.messages[.human]
        }
        if let hotline = guideInUse?.hotline { text += "\n" + catalogue.messages[.humanHotline, ["hotline": hotline]] }
        if let walk = conversation.walk { session(.askedForHuman(step: walk.step), of: walk.guide) }
        let choices = conversation.walk?.step == nil ? generalChoices.filter { $0.label != catalogue.messages[.choiceHuman] } : [choice(.choiceAgain, .again), choice(.choiceDone, .done), choice(.choiceExit, .exit)]
        say(text, choices: choices)
    }

    mutating func session(_ event: HelpSession.Event, of guide: String) {
        effects.append(.session(guide: guide, event))
    }
}
