public import Catalogue
public import Foundation
import HelpDesk
public import Matching
import Vietnamese

/// The conversation: what a person says, where they stand → what the bot says and what shall change.
///
/// Pure: time comes in with the event, texts with the catalogue; the same event in the same situation has the same effects.
public struct Dialogue: Sendable {
    /// After so long a silence “tiếp” means: where were we, and not: this step is done.
    static let longSilence: TimeInterval = 12 * 3600
    /// After so long a silence a question of ours is not waiting for its answer any more.
    static let patience: TimeInterval = 1800
    /// So long the bot keeps out of it after somebody answered with the platform's own tool.
    private static let takenOverFor: TimeInterval = 3600

    let catalogue: Catalogue
    let phrasebook: Phrasebook
    private let searchWords: SearchWords

    private let claimTime: TimeInterval
    private let communes: CommuneFinder
    private let understand: @Sendable (String) -> Understanding

    /// - Parameters:
    ///   - claimTime: how long a member has to claim a hand-over or to answer in it before the next ones are called.
    ///   - understand: the matcher, for the topic of a line in which a member logs a help.
    public init(
        catalogue: Catalogue, claimTime: TimeInterval = 15 * 60,
        understand: @escaping @Sendable (String) -> Understanding = { _ in Understanding.nothing }
    ) {
        self.understand = understand
        self.catalogue = catalogue
        self.claimTime = claimTime
        communes = CommuneFinder(catalogue.communes)
        phrasebook = Phrasebook(phrases: catalogue.phrases, particles: catalogue.particles)
        searchWords = SearchWords(asking: catalogue.asking)
    }

    /// - Returns: the effects in the order in which they are to be applied. An event older than the conversation's last one
    ///   (a platform's late retry) is logged and changes nothing else; words on their way to another person still reach them.
    public func respond(to event: Event, in situation: Situation) -> [Effect] {
        if event.input.isFromPerson, !situation.isInGroup, let last = situation.conversation.lastEventAt, event.at < last {
            guard case .text(let text, let understanding) = event.input else { return [] }
            return passLate(text, event, situation) ?? (isQuestion(text) ? [.question(text, understanding)] : [])
        }
        var exchange = exchange(situation, at: event.at)
        if situation.isInGroup {
            exchange.talkInGroup(event.input, phrasebook)
            return exchange.effects
        }
        if !event.input.isFromPerson { exchange.conversation.lastEventAt = situation.conversation.lastEventAt }
        switch event.input {
        case .text(let text, let understanding): hear(text, understanding, event.telephone, &exchange)
        case .choice(let text): choose(text, &exchange)
        case .attachment(let attachment): receive(attachment, event.telephone, &exchange)
        case .opened(let guide, let team): open(guide, team, &exchange)
        case .withdrawn: exchange.forget()
        case .gone: exchange.leaveForGood()
        case .takenOver: exchange.conversation.silentUntil = event.at + Self.takenOverFor
        case .told(let answer): exchange.tell(answer)
        case .due(let deadline): exchange.due(deadline)
        }
        return exchange.effects + [.remember(exchange.conversation)]
    }

    /// The reply that a page shows before the person has written anything.
    public func opening() -> [Reply] {
        var exchange = exchange(Situation(), at: .distantPast)
        open(nil, nil, &exchange)
        return exchange.replies
    }

    func exchange(_ situation: Situation, at date: Date) -> Exchange {
        Exchange(catalogue: catalogue, situation: situation, at: date, claimTime: claimTime, communes: communes, understand: understand)
    }

    /// What is said where a turn failed.
    public func apology() -> Reply {
        Reply(text: catalogue.messages[.apology])
    }

    private func open(_ guide: String?, _ team: String?, _ exchange: inout Exchange) {
        if let team { exchange.effects.append(.ask(.bind(team: team))) }
        if let guide = guide.flatMap(catalogue.guide) {
            exchange.discloseOnce()
            exchange.open(guide)
        } else {
            exchange.greet()
        }
    }

    private func hear(_ text: MaskedText, _ understanding: Understanding, _ telephone: SealedTelephone?, _ exchange: inout Exchange) {
        let message = phrasebook.message(Folded(text.text))
        let meaning = phrasebook.meaning(of: message).flatMap { $0.isMembers && exchange.situation.member == nil ? nil : $0 }
        if exchange.inHand == nil, let meaning, meaning.isCare {
            exchange.obey(meaning)
            if meaning == .cheatedNow { exchange.effects.append(.question(text, understanding)) }
            pass(text, meaning, exchange.situation.handOver, &exchange)
            return
        }
        if let telephone, exchange.situation.handOver != nil {
            pass(text, meaning, exchange.situation.handOver, &exchange)
            return exchange.offerCall(telephone)
        }
        if !text.secrets.isEmpty {
            exchange.warn(of: text.secrets)
            if message.text.words.count < 2 {
                exchange.discloseOnce()
                return exchange.repeatStep()
            }
        }
        if message.text.words.isEmpty {
            exchange.discloseOnce()
            return exchange.sayAside(catalogue.messages[.empty])
        }
        if let until = exchange.situation.conversation.silentUntil, exchange.at < until, meaning == nil {
            return exchange.effects.append(.question(text, understanding))
        }
        if let code = phrasebook.invite(in: text.text) {
            exchange.discloseOnce()
            return exchange.redeem(code)
        }
        if phrasebook.isLikeInvite(text.text) { return exchange.say(.memberUnknown, choices: exchange.generalChoices) }
        if pass(text, meaning, exchange.situation.handOver, &exchange) { return }
        if exchange.situation.member != nil, hear(text, meaning, understanding, asMember: &exchange) { return }
        if let choice = offered(message, in: exchange.conversation) { return exchange.choose(choice) }
        if let number = phrasebook.number(in: message), !exchange.conversation.offered.isEmpty { return exchange.refuse(number: number) }
        if let meaning { return exchange.obey(meaning) }
        if exchange.conversation.awaiting == .team,
            understanding.decision != .answer || exchange.namesPlace(text.text) || !communes.find(text.text).isEmpty
        {
            return exchange.findTeam(named: text.text)
        }
        if !text.secrets.isEmpty, understanding.decision == .unknown {
            exchange.discloseOnce()
            return exchange.repeatStep()
        }
        exchange.effects.append(.question(text, understanding))
        exchange.answer(understanding, searching: searchWords.words(of: text.text))
    }

    /// A citizen whose hand-over is claimed talks to the member; what ends it, and a line that begins with “/”, is the bot's.
    @discardableResult
    private func pass(_ text: MaskedText, _ meaning: Phrase.Meaning?, _ handOver: HandOver?, _ exchange: inout Exchange) -> Bool {
        guard let handOver, handOver.state == .claimed, !text.text.hasPrefix("/"), meaning != .forget else { return false }
        let message = phrasebook.message(Folded(text.text))
        if exchange.conversation.offered.contains(where: { ChoiceValue($0.value)?.action.isAnsweredAtOnce == true }) {
            if let choice = offered(message, in: exchange.conversation) {
                exchange.choose(choice)
                return true
            }
            if let meaning, meaning == .yes || meaning == .no {
                exchange.obey(meaning)
                return true
            }
        }
        if meaning == .endTalk {
            exchange.endByCitizen(handOver)
        } else {
            exchange.passToMember(text.text, handOver)
        }
        return true
    }

    func isQuestion(_ text: MaskedText) -> Bool {
        let message = phrasebook.message(Folded(text.text))
        return !message.text.words.isEmpty && phrasebook.number(in: message) == nil && phrasebook.meaning(of: message) == nil
    }

    /// The choice that a text names: by its number, or by its label with or without diacritics.
    func offered(_ message: Phrasebook.Message, in conversation: Conversation) -> ChoiceValue? {
        if let number = phrasebook.number(in: message), conversation.offered.indices.contains(number - 1) {
            return ChoiceValue(conversation.offered[number - 1].value)
        }
        let named = conversation.offered.first { phrasebook.isSame(message, $0.label) }
        return named.flatMap { ChoiceValue($0.value) }
    }

    private func choose(_ text: String, _ exchange: inout Exchange) {
        guard let value = ChoiceValue(text) else { return exchange.repeatStep(after: .stale) }
        if value.isAlwaysFresh || exchange.conversation.offered.contains(where: { $0.value == text }) { return exchange.choose(value) }
        exchange.refuse(stale: value)
    }

    private func receive(_ attachment: Event.Attachment, _ telephone: SealedTelephone?, _ exchange: inout Exchange) {
        if let telephone, exchange.situation.handOver != nil { return exchange.offerCall(telephone) }
        if let handOver = exchange.situation.handOver, handOver.state == .claimed, let claimant = handOver.claimant {
            exchange.effects.append(.tell(claimant, Reply(text: catalogue.messages[.handOverMedia, ["number": String(handOver.number)]])))
            return exchange.say(.handOverNoMedia)
        }
        let key: MessageKey =
            switch attachment {
            case .picture: .picture
            case .sticker: .sticker
            case .voice: .voice
            case .location: .location
            case .file: .file
            case .withheld: .mediaWithheld
            case .other: .otherMedia
            }
        exchange.discloseOnce()
        exchange.sayAside(catalogue.messages[key])
        // Whoever's words no machine may read gets a human.
        if attachment == .withheld { exchange.callHuman() }
    }
}
