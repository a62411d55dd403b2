import Catalogue
import HelpDesk
import Matching
import Vietnamese

/// What is done for a member's text: commands, a line to log, words to the citizen in hand.
extension Dialogue {
    /// What only members say, and their words to the citizen whom they have in hand.
    /// - Returns: whether it was that.
    func hear(
        _ text: MaskedText, _ meaning: Phrase.Meaning?, _ understanding: Understanding, asMember exchange: inout Exchange
    ) -> Bool {
        if let command = phrasebook.numbered(in: text.text), exchange.obey(command.meaning, command.number) { return true }
        let message = phrasebook.message(Folded(text.text))
        // What was just offered, by its name: “ghi vào sổ” is no line to log.
        if exchange.conversation.awaiting == nil, phrasebook.number(in: message) == nil, let choice = offered(message, in: exchange.conversation) {
            exchange.choose(choice)
            return true
        }
        // The same words while a part is still to be said: it is asked for again, and what was said is kept.
        if phrasebook.isSame(message, catalogue.messages[.choiceLog]), exchange.askOn() { return true }
        let line = phrasebook.rest(of: text.text, after: .log)
        if line == "" {
            exchange.say(.logHow)
            return true
        }
        if line != nil || LogLine.isAsked(in: text), !text.text.hasSuffix("?") {
            exchange.log(text)
            return true
        }
        switch meaning {
        case .book: exchange.effects.append(.ask(.book(Day(inVietnam: exchange.at))))
        case .web: exchange.obey(.web)
        case .giveBack where exchange.inHand != nil: exchange.giveBack(exchange.inHand?.number)
        case .claim, .take, .correct, .withdraw: exchange.say(.entryNotRead)
        default: return exchange.continueMemberWork(text, meaning, understanding) || passOn(text, understanding, &exchange)
        }
        return true
    }

    /// A member's words to the citizen in hand; where a number, an outcome's name or a question may be meant for the bot, or
    /// another citizen has written in the meantime, it is asked first.
    private func passOn(_ text: MaskedText, _ understanding: Understanding, _ exchange: inout Exchange) -> Bool {
        let message = phrasebook.message(Folded(text.text))
        guard let handOver = exchange.inHand else {
            let walked = exchange.conversation.walk?.guide
            let outcome = exchange.relayChoices(of: walked ?? "").first { phrasebook.isSame(message, $0.label) }.flatMap { ChoiceValue($0.value) }
            guard let outcome else { return false }
            if walked == nil { return exchange.askWhichSession() }
            // “Xong” is a step's.
            if outcome.action == .relayDone { return false }
            exchange.choose(outcome)
            return true
        }
        if text.text.hasPrefix("/") { return false }
        let numbered = phrasebook.number(in: message).flatMap { number in
            exchange.conversation.offered.indices.contains(number - 1) ? exchange.conversation.offered[number - 1] : nil
        }
        if let choice = numbered, let value = ChoiceValue(choice.value), value.turn == exchange.situation.conversation.turn, !value.action.isEnding {
            exchange.choose(value)
        } else if let choice = numbered ?? exchange.ending(of: handOver).first(where: { phrasebook.isSame(message, $0.label) }) {
            exchange.doubt(text, choice: choice, handOver)
        } else if understanding.decision == .answer, SearchWords.asks(text.text), let guide = understanding.matches.first?.guide {
            exchange.doubt(text, guide: guide, handOver)
        } else if exchange.conversation.doubtful != nil || exchange.isOtherWaiting(beside: handOver) {
            exchange.doubt(text, handOver)
        } else {
            exchange.passToCitizen(text.text, handOver)
        }
        return true
    }

    /// A line of a hand-over that came late. Commands and numbers are not obeyed any more, and where a member has several
    /// citizens nobody knows whom it was for: that it was not sent is said.
    /// - Returns: nil where it is none.
    func passLate(_ text: MaskedText, _ event: Event, _ situation: Situation) -> [Effect]? {
        var exchange = exchange(situation, at: event.at)
        if let handOver = situation.handOver, handOver.state == .claimed, !text.text.hasPrefix("/") {
            exchange.passToMember(text.text, handOver)
        } else if let handOver = situation.claimed.first, isQuestion(text), phrasebook.numbered(in: text.text) == nil, !LogLine.isAsked(in: text),
            !text.text.hasPrefix("/")
        {
            situation.claimed.count == 1 ? exchange.passToCitizen(text.text, handOver) : exchange.say(.handOverNotSent)
        } else {
            return nil
        }
        return exchange.effects
    }
}
