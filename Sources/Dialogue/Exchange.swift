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
    /// How long a member has to claim or to answer before the next ones are called.
    let claimTime: TimeInterval
    /// The matcher, for the topic of a line in which a member logs a help.
    let understand: @Sendable (String) -> Understanding
    let communes: CommuneFinder
    var conversation: Conversation
    var effects: [Effect] = []
    /// Whether the person had said nothing for long: then “tiếp” means: where were we, and not: this step is done.
    let wasSilentLong: Bool
    /// Whether the guide that was being walked does not exist any more.
    let isGuideGone: Bool

    init(
        catalogue: Catalogue, situation: Situation, at: Date, claimTime: TimeInterval, communes: CommuneFinder,
        understand: @escaping @Sendable (String) -> Understanding
    ) {
        self.catalogue = catalogue
        self.situation = situation
        self.at = at
        self.claimTime = claimTime
        self.understand = understand
        self.communes = communes
        let before = situation.conversation
        wasSilentLong = before.lastEventAt.map { at.timeIntervalSince($0) >= Dialogue.longSilence } ?? false
        isGuideGone = before.walk.map { Self.guide(of: $0, situation, catalogue) == nil } ?? false
        conversation = before
        conversation.turn += 1
        conversation.lastEventAt = max(at, before.lastEventAt ?? at)
        if isGuideGone { conversation.walk = nil }
        if let last = before.lastEventAt, at.timeIntervalSince(last) > Dialogue.patience {
            conversation.draft = nil
            conversation.awaiting = nil
            conversation.doubtful = nil
            conversation.telephone = nil
        }
        if let paused = before.paused, guide(of: paused) == nil { conversation.paused = nil }
    }

    var replies: [Reply] {
        effects.compactMap { if case .reply(let reply) = $0 { reply } else { nil } }
    }

    /// The guide of the walk.
    var guideInUse: Guide? { conversation.walk.flatMap(guide(of:)) }

    /// The guide of a walk, in the revision with which it began where that is still kept.
    func guide(of walk: Conversation.Walk) -> Guide? {
        Self.guide(of: walk, situation, catalogue)
    }

    private static func guide(of walk: Conversation.Walk, _ situation: Situation, _ catalogue: Catalogue) -> Guide? {
        let kept = [situation.guide, situation.paused].lazy.compactMap(\.self).first { $0.id == walk.guide && $0.revision == walk.revision }
        return kept ?? catalogue.guide(walk.guide)
    }

    // MARK: Saying

    mutating func say(_ key: MessageKey, _ values: [String: String] = [:], choices: [Choice] = []) {
        say(catalogue.messages[key, values], choices: choices)
    }

    mutating func say(_ text: String, choices: [Choice] = []) {
        effects.append(.reply(Reply(text: text, choices: choices)))
        if !choices.isEmpty { conversation.offered = choices }
    }

    /// Something said beside the way: where a guide is being walked, its place is named and its choices stay.
    mutating func sayAside(_ text: String) {
        let place = placeInWalk.map { [catalogue.messages[.stepPlace, $0]] } ?? []
        say(([text] + place).joined(separator: "\n"), choices: standingChoices)
    }

    mutating func session(_ event: HelpSession.Event, of guide: String) {
        effects.append(.session(guide: guide, event))
    }

    // MARK: Choices

    /// A choice with a label of `content/messages.yaml`, about the walk's present step where there is one.
    func choice(_ key: MessageKey, _ action: ChoiceValue.Action) -> Choice {
        choice(catalogue.messages[key], action)
    }

    func choice(_ label: String, _ action: ChoiceValue.Action) -> Choice {
        let walk = conversation.walk
        let value = ChoiceValue(
            action, guide: walk?.guide ?? "", revision: walk?.revision ?? "", step: walk?.step ?? "", turn: conversation.turn)
        return Choice(label: label, value: value)
    }

    /// A choice about something that is no step: a guide, a session, a hand-over, a team.
    func choice(_ key: MessageKey, _ action: ChoiceValue.Action, about subject: String) -> Choice {
        choice(catalogue.messages[key], action, about: subject)
    }

    func choice(_ label: String, _ action: ChoiceValue.Action, about subject: String) -> Choice {
        Choice(label: label, value: ChoiceValue(action, guide: subject, turn: conversation.turn))
    }

    /// A choice that opens a guide.
    func choice(opening guide: Guide) -> Choice {
        Choice(label: guide.title, value: ChoiceValue(.open, guide: guide.id, turn: conversation.turn))
    }

    /// Whether the last reply offered this: a word like “vâng” or “xong” says yes to what was offered, and to nothing else.
    func offers(_ action: ChoiceValue.Action) -> Bool {
        Self.offers(action, in: situation.conversation.offered)
    }

    private static func offers(_ action: ChoiceValue.Action, in choices: [Choice]) -> Bool {
        choices.contains { ChoiceValue($0.value)?.action == action }
    }

    /// The way back to a walk, where there is one.
    var wayBack: [Choice] {
        conversation.walk?.step == nil && conversation.paused == nil ? [] : [choice(.choiceResume, .resume)]
    }

    /// What can be chosen anywhere.
    var generalChoices: [Choice] { wayBack + [choice(.choiceMenu, .menu), choice(.choiceHuman, .human)] }

    /// What was offered stays so, with a human beside it; where nothing is going on, what can be chosen anywhere.
    var standingChoices: [Choice] {
        guard conversation.walk != nil, !conversation.offered.isEmpty else { return generalChoices }
        let human = Self.offers(.human, in: conversation.offered) ? [] : [choice(.choiceHuman, .human)]
        return conversation.offered + human
    }

    // MARK: Beginning

    /// The greeting says at once that a machine answers, what is kept and what is never asked for.
    mutating func greet() {
        if conversation.wasGreeted {
            sayAside(catalogue.messages[.talkGreeting])
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
        say(.menu, choices: choices + wayBack + [choice(.choiceHuman, .human)])
    }

    mutating func showGroup(_ id: String) {
        guard let group = catalogue.groups.first(where: { $0.id == id }) else { return showMenu() }
        let guides = catalogue.guides(in: id).map(choice(opening:))
        say(.menuGroup, ["title": group.title], choices: guides + wayBack + [choice(.choiceMenu, .menu)])
    }
}
