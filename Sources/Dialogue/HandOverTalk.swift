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
        // A number or a yes in what they say next is not for us.
        conversation.offered.removeAll { ChoiceValue($0.value)?.action.isAnsweredAtOnce == true }
    }

    /// The citizen does not need it any more.
    mutating func endByCitizen(_ handOver: HandOver) {
        effects.append(.endHandOver(handOver.number, .left))
        if let claimant = handOver.claimant {
            effects.append(.tell(claimant, Reply(text: catalogue.messages[.handOverLeft, values(of: handOver)])))
        }
        say(handOver.claimant == nil ? .handOverCancelled : .handOverEnded, values(of: handOver), choices: generalChoices)
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

    mutating func claim(_ number: Int64) {
        situation.claimed.contains { $0.number == number } ? take(inHand: number) : effects.append(.ask(.claim(number, lease: claimTime)))
    }

    mutating func passToCitizen(_ text: String, _ handOver: HandOver) {
        guard handOver.isCitizenReachable else {
            return say(.handOverUnreachable, values(of: handOver), choices: ending(of: handOver))
        }
        let line = catalogue.messages[.handOverAnswer, ["team": handOver.team.team, "text": text]]
        effects.append(.tell(handOver.citizen, Reply(text: line)))
        renew(handOver)
    }

    mutating func renew(_ handOver: HandOver) {
        effects.append(.renewClaim(handOver.number, until: at + claimTime))
    }

    /// Whether another of the member's citizens has written since the member last did: whom the next line answers is open.
    func isOtherWaiting(beside handOver: HandOver) -> Bool {
        let last = situation.conversation.lastEventAt ?? .distantPast
        return situation.claimed.contains { $0.number != handOver.number && $0.citizenSeenAt > last }
    }

    /// A line that may be meant for the bot, or for another: whom is it for? A line that follows before the answer joins it.
    mutating func doubt(_ text: MaskedText, guide: String? = nil, choice chosen: Choice? = nil, _ handOver: HandOver) {
        let before = conversation.doubtful
        let joined = before.map { MaskedText(masking: $0.text.text + "\n" + text.text) } ?? text
        let doubtful = Conversation.Doubtful(text: joined, guide: before?.guide ?? guide, choice: before == nil ? chosen : nil)
        conversation.doubtful = doubtful
        renew(handOver)
        let messages = catalogue.messages
        let citizens = isOtherWaiting(beside: handOver) || before != nil ? situation.claimed : [handOver]
        let isOne = citizens.count == 1
        let choices = citizens.map { citizen in
            let number = String(citizen.number)
            return choice(isOne ? messages[.choiceToCitizen] : messages[.choiceCitizen, ["number": number]], .toCitizen, about: number)
        }
        let otherwise = doubtful.choice?.label ?? messages[doubtful.guide == nil ? .choiceDropLine : .choiceToBot]
        let words = values(of: handOver).merging(["text": joined.text, "choice": otherwise]) { $1 }
        let key: MessageKey = doubtful.choice != nil ? .handOverDoubtChoice : isOne && doubtful.guide != nil ? .handOverDoubt : .handOverWhich
        say(key, words, choices: choices + [choice(otherwise, .toBot, about: String(handOver.number))])
    }

    mutating func resolve(toCitizen: Bool, _ number: Int64?) {
        guard let doubtful = conversation.doubtful else { return say(.stale, choices: generalChoices) }
        conversation.doubtful = nil
        if toCitizen {
            guard let handOver = situation.claimed.first(where: { $0.number == number }) else { return say(.handOverGone) }
            conversation.inHand = handOver.number
            passToCitizen(doubtful.text.text, handOver)
            if handOver.isCitizenReachable { say(.handOverSent, values(of: handOver), choices: ending(of: handOver)) }
        } else if let choice = doubtful.choice.flatMap({ ChoiceValue($0.value) }) {
            choose(choice)
        } else if let guide = doubtful.guide.flatMap(catalogue.guide) {
            open(guide)
        } else {
            say(.handOverNotSent)
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
            if !handOver.isCitizenReachable { say(.handOverUnreachable, values, choices: ending(of: handOver)) }
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
        dropDoubtful()
        conversation.inHand = number
        renew(handOver)
        say(.handOverInHand, values(of: handOver), choices: ending(of: handOver))
    }

    /// Closing with an outcome ends it for both; passing it on puts it before those above.
    mutating func end(_ number: Int64?, _ outcome: HelpSession.Outcome) {
        guard let handOver = situation.claimed.first(where: { $0.number == number }) else { return say(.handOverGone) }
        if outcome == .referred {
            effects.append(.ask(.call(handOver.number, .coordinators, except: situation.person)))
        } else {
            effects.append(.endHandOver(handOver.number, outcome))
            if handOver.isCitizenReachable {
                effects.append(.tell(handOver.citizen, Reply(text: catalogue.messages[.handOverEndedForCitizen, values(of: handOver)])))
            }
        }
        letGo(handOver)
        let words = values(of: handOver).merging(["outcome": catalogue.messages[outcome.label]]) { $1 }
        say(outcome == .referred ? .handOverReferred : .handOverEndedForMember, words)
        if let next = situation.claimed.first(where: { $0.number != number }) { say(.handOverInHand, values(of: next), choices: ending(of: next)) }
    }

    mutating func giveBack(_ number: Int64?) {
        guard let handOver = situation.claimed.first(where: { $0.number == number }) else { return say(.handOverGone) }
        letGo(handOver)
        effects.append(.ask(.reopen(handOver.number, isGivenBack: true)))
    }

    /// What was asked about is not sent to anybody, and that is said.
    private mutating func dropDoubtful() {
        guard conversation.doubtful != nil else { return }
        conversation.doubtful = nil
        say(.handOverNotSent)
    }

    private mutating func letGo(_ handOver: HandOver) {
        dropDoubtful()
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
        effects.append(.ask(.call(handOver.number, handOver.rung, except: claimant)))
    }
}
