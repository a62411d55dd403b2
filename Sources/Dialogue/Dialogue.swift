public import Catalogue
import Foundation
import Matching
import Vietnamese

/// The conversation: what a person says, where they stand → what the bot says and what shall change.
///
/// Pure: time comes in with the event, texts with the catalogue; the same event in the same situation has the same effects.
public struct Dialogue: Sendable {
    /// After so long a silence “tiếp” means: where were we, and not: this step is done.
    static let longSilence: TimeInterval = 12 * 3600

    let catalogue: Catalogue
    let phrasebook: Phrasebook
    private let searchWords: SearchWords

    public init(catalogue: Catalogue) {
        self.catalogue = catalogue
        phrasebook = Phrasebook(phrases: catalogue.phrases, particles: catalogue.particles)
        searchWords = SearchWords(asking: catalogue.asking)
    }

    /// - Returns: the effects in the order in which they are to be applied. An event older than the conversation's last one
    ///   (a platform's late retry) is logged and changes nothing else.
    public func respond(to event: Event, in situation: Situation) -> [Effect] {
        if let last = situation.conversation.lastEventAt, event.at < last {
            guard case .text(let text, let understanding) = event.input, isQuestion(text) else { return [] }
            return [.question(text, understanding)]
        }
        var exchange = Exchange(catalogue: catalogue, situation: situation, at: event.at)
        switch event.input {
        case .text(let text, let understanding): hear(text, understanding, &exchange)
        case .choice(let text): choose(text, &exchange)
        case .attachment(let attachment): receive(attachment, &exchange)
        case .opened(let guide, _): open(guide, &exchange)
        case .withdrawn: exchange.forget()
        case .gone, .takenOver: break
        case .redeemed(let redemption): exchange.tell(redemption)
        }
        return exchange.effects + [.remember(exchange.conversation)]
    }

    /// The reply that a page shows before the person has written anything.
    public func opening() -> [Reply] {
        var exchange = Exchange(catalogue: catalogue, situation: Situation(), at: .distantPast)
        open(nil, &exchange)
        return exchange.replies
    }

    /// What is said where a turn failed.
    public func apology() -> Reply {
        Reply(text: catalogue.messages[.apology])
    }

    private func open(_ guide: String?, _ exchange: inout Exchange) {
        if let guide = guide.flatMap(catalogue.guide) {
            exchange.discloseOnce()
            exchange.open(guide)
        } else {
            exchange.greet()
        }
    }

    private func hear(_ text: MaskedText, _ understanding: Understanding, _ exchange: inout Exchange) {
        let message = phrasebook.message(Folded(text.text))
        let meaning = phrasebook.meaning(of: message)
        if let meaning, meaning.isCare {
            exchange.obey(meaning)
            if meaning == .cheatedNow { exchange.effects.append(.question(text, understanding)) }
            return
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
        if let code = phrasebook.invite(in: text.text) {
            exchange.discloseOnce()
            return exchange.redeem(code)
        }
        if let choice = offered(message, in: exchange.conversation) { return exchange.choose(choice) }
        if let number = phrasebook.number(in: message), !exchange.conversation.offered.isEmpty { return exchange.refuse(number: number) }
        // “Đăng ký” alone may be the beginning of any question.
        if let meaning, meaning != .register || message.text.words.count > 2 { return exchange.obey(meaning) }
        if !text.secrets.isEmpty, understanding.decision == .unknown {
            exchange.discloseOnce()
            return exchange.repeatStep()
        }
        exchange.effects.append(.question(text, understanding))
        exchange.answer(understanding, searching: searchWords.words(of: text.text))
    }

    private func isQuestion(_ text: MaskedText) -> Bool {
        let message = phrasebook.message(Folded(text.text))
        return !message.text.words.isEmpty && phrasebook.number(in: message) == nil && phrasebook.meaning(of: message) == nil
    }

    /// The choice that a text names: by its number, or by its label with or without diacritics.
    private func offered(_ message: Phrasebook.Message, in conversation: Conversation) -> ChoiceValue? {
        if let number = phrasebook.number(in: message), conversation.offered.indices.contains(number - 1) {
            return ChoiceValue(conversation.offered[number - 1].value)
        }
        let named = conversation.offered.first { phrasebook.isSame(message, $0.label) }
        return named.flatMap { ChoiceValue($0.value) }
    }

    private func choose(_ text: String, _ exchange: inout Exchange) {
        guard let value = ChoiceValue(text) else { return exchange.repeatStep(after: .stale) }
        if exchange.conversation.offered.contains(where: { $0.value == text }) { return exchange.choose(value) }
        exchange.refuse(stale: value)
    }

    private func receive(_ attachment: Event.Attachment, _ exchange: inout Exchange) {
        let key: MessageKey =
            switch attachment {
            case .picture: .picture
            case .sticker: .sticker
            case .voice: .voice
            case .location: .location
            case .file: .file
            case .other, .withheld: .otherMedia
            }
        exchange.discloseOnce()
        exchange.sayAside(catalogue.messages[key])
    }
}
