import Catalogue
import Foundation
import HelpDesk
import Matching
import Vietnamese

/// Words both ways between a citizen and the member who has the hand-over, without showing either's account.
extension Exchange {
    // MARK: The citizen

    /// Passes the citizen's words on.
    mutating func passToMember(_ text: String, _ handOver: HandOver) {
        guard let claimant = handOver.claimant else { return }
        let line = catalogue.messages[.handOverLine, ["number": String(handOver.number), "text": text]]
        effects.append(.tell(claimant, Reply(text: line)))
    }

    /// The citizen does not need it any more.
    mutating func endByCitizen(_ handOver: HandOver) {
        effects.append(.endHandOver(handOver.number, .left))
        if let claimant = handOver.claimant {
            effects.append(.tell(claimant, Reply(text: catalogue.messages[.handOverLeft, values(of: handOver)])))
        }
        say(.handOverEnded, values(of: handOver), choices: generalChoices)
    }

    /// A number was typed or given: may the team call it?
    mutating func offerCall(_ telephone: SealedTelephone) {
        conversation.telephone = telephone
        say(.telephoneAsk, choices: [choice(.choiceCallBack, .callBack), choice(.choiceNoCallBack, .noCallBack)])
    }

    mutating func consentToCall(_ isConsented: Bool) {
        let telephone = conversation.telephone
        conversation.telephone = nil
        guard isConsented, let telephone, let handOver = situation.handOver else { return say(.telephoneDropped, choices: generalChoices) }
        effects.append(.keepTelephone(handOver.number, telephone))
        if let claimant = handOver.claimant { effects.append(.tell(claimant, callBack(of: handOver))) }
        say(.telephoneKept, choices: generalChoices)
    }

    private func callBack(of handOver: HandOver) -> Reply {
        Reply(
            text: catalogue.messages[.telephoneOf, ["number": String(handOver.number), "telephone": Reply.telephonePlace]],
            telephoneOf: handOver.number)
    }

    // MARK: The member

    /// The hand-over that the member's words go to.
    var inHand: HandOver? {
        situation.claimed.first { $0.number == conversation.inHand } ?? situation.claimed.first
    }

    mutating func passToCitizen(_ text: String, _ handOver: HandOver) {
        let line = catalogue.messages[.handOverAnswer, ["team": handOver.team.team, "text": text]]
        effects.append(.tell(handOver.citizen, Reply(text: line)))
        renew(handOver)
    }

    mutating func renew(_ handOver: HandOver) {
        effects.append(.renewClaim(handOver.number, until: at + claimTime))
    }

    /// A line that looks as if it were meant for the bot: whom is it for?
    mutating func doubt(_ text: MaskedText, _ guide: String, _ handOver: HandOver) {
        conversation.doubtful = Conversation.Doubtful(text: text, guide: guide)
        renew(handOver)
        let about = String(handOver.number)
        say(
            .handOverDoubt, values(of: handOver),
            choices: [choice(.choiceToCitizen, .toCitizen, about: about), choice(.choiceToBot, .toBot, about: about)])
    }

    mutating func resolve(toCitizen: Bool, _ number: Int64?) {
        guard let doubtful = conversation.doubtful else { return say(.stale, choices: generalChoices) }
        conversation.doubtful = nil
        if toCitizen {
            guard let handOver = situation.claimed.first(where: { $0.number == number }) else { return say(.handOverGone) }
            passToCitizen(doubtful.text.text, handOver)
            say(.handOverSent, values(of: handOver))
        } else if let guide = catalogue.guide(doubtful.guide) {
            open(guide)
        }
    }

    mutating func claimed(_ claim: Claim) {
        switch claim {
        case .taken: say(.handOverTaken)
        case .gone: say(.handOverGone)
        case .won(let handOver, let others):
            conversation.inHand = handOver.number
            effects.append(.set(Deadline(.claimEnds, of: handOver.number), at: at + claimTime, for: handOver.citizen))
            let values = values(of: handOver)
            for person in others { effects.append(.tell(person, Reply(text: catalogue.messages[.handOverTakenOf, values]))) }
            effects.append(.tell(handOver.citizen, Reply(text: catalogue.messages[.handOverClaimed, values])))
            let question = handOver.question.map { catalogue.messages[.handOverQuestion, ["question": $0]] + "\n" } ?? ""
            say(question + catalogue.messages[.handOverYours, values], choices: ending(of: handOver))
            if handOver.hasTelephone { effects.append(.reply(callBack(of: handOver))) }
        }
    }

    func ending(of handOver: HandOver) -> [Choice] {
        let about = String(handOver.number)
        return [
            choice(.choiceRelayDone, .endSolved, about: about), choice(.choiceRelayNotDone, .endUnsolved, about: about),
            choice(.choiceRelayReferred, .endReferred, about: about), choice(.choiceGiveBack, .giveBack, about: about),
        ]
    }

    /// Takes another of the own citizens in hand.
    mutating func take(inHand number: Int64) {
        guard let handOver = situation.claimed.first(where: { $0.number == number }) else {
            return say(.handOverNotYours, ["number": String(number)])
        }
        conversation.inHand = number
        renew(handOver)
        say(.handOverInHand, values(of: handOver), choices: ending(of: handOver))
    }

    /// Closing with an outcome ends it for both; passing it on puts it before those above.
    mutating func end(_ number: Int64?, _ outcome: HelpSession.Outcome) {
        guard let handOver = situation.claimed.first(where: { $0.number == number }) else { return say(.handOverGone) }
        if outcome == .referred {
            effects.append(.ask(.call(handOver.number, .coordinators)))
        } else {
            effects.append(.endHandOver(handOver.number, outcome))
            effects.append(.tell(handOver.citizen, Reply(text: catalogue.messages[.handOverEndedForCitizen, values(of: handOver)])))
        }
        letGo(handOver)
        say(.handOverEndedForMember, values(of: handOver).merging(["outcome": catalogue.messages[outcome.label]]) { $1 })
        if let next = situation.claimed.first(where: { $0.number != number }) { say(.handOverInHand, values(of: next), choices: ending(of: next)) }
    }

    mutating func giveBack(_ number: Int64?) {
        guard let handOver = situation.claimed.first(where: { $0.number == number }) else { return say(.handOverGone) }
        letGo(handOver)
        effects.append(.ask(.reopen(handOver.number, isGivenBack: true)))
    }

    private mutating func letGo(_ handOver: HandOver) {
        if conversation.inHand == handOver.number {
            conversation.inHand = situation.claimed.first { $0.number != handOver.number }?.number
        }
    }

    /// A claim is over without an end: the member is told, and the next ones are called.
    mutating func reopened(_ handOver: HandOver, from claimant: PersonNumber?) {
        if let claimant {
            let text = catalogue.messages[claimant == situation.person ? .handOverGivenBack : .handOverLost, values(of: handOver)]
            effects.append(claimant == situation.person ? .reply(Reply(text: text)) : .tell(claimant, Reply(text: text)))
        }
        effects.append(.ask(.call(handOver.number, handOver.rung)))
    }
}
