import Catalogue
import Foundation
import HelpDesk

/// What is done for a choice.
extension Exchange {
    mutating func choose(_ value: ChoiceValue) {
        discloseOnce()
        switch value.action {
        case .open: openGuide(named: value.guide)
        case .start: start()
        case .done: advance()
        case .back: goBack()
        case .stuck: beStuck()
        case .again: repeatStep()
        case .human: callHuman()
        case .exit: leave()
        case .menu: showMenu()
        case .group: showGroup(value.guide)
        case .resume: resume()
        case .none: notUnderstood()
        case .trouble(let number): showRemedy(number)
        case .otherTrouble: beStuckOtherwise()
        case .worked: finish(.solved)
        case .notWorked: finish(.unsolved)
        case .forget: forget()
        case .keep: say(.forgetKept, choices: generalChoices)
        case .relayDone: closeRelay(value.guide, .solved)
        case .relayNotDone: closeRelay(value.guide, .unsolved)
        case .relayReferred: closeRelay(value.guide, .referred)
        case .relaySteps: relay(value.guide, byStep: true)
        case .relayWhole: relay(value.guide, byStep: false)
        case .relayAsk: askHowItEnded(value.guide)
        case .people(let count): amend(value.number, .people(count))
        case .activated: amend(value.number, .activated)
        case .note: value.number.map { askForNote(on: $0) }
        case .correct: value.number.map { effects.append(.ask(.entry($0))) }
        case .withdraw: value.number.map { effects.append(.ask(.withdraw($0))) }
        case .log: logDraft(evenIfSimilar: false)
        case .logSimilar: logDraft(evenIfSimilar: true)
        case .dropLog: dropDraft()
        case .topic: fillDraft(.guide(value.guide.isEmpty ? nil : value.guide))
        case .outcome(let outcome): fillDraft(.outcome(outcome))
        case .day(let days): fillDraft(.day(Day(inVietnam: at - Double(days) * 86_400)))
        case .claim: value.number.map { claim($0) }
        case .giveBack: giveBack(value.number)
        case .endSolved: end(value.number, .solved)
        case .endUnsolved: end(value.number, .unsolved)
        case .endReferred: end(value.number, .referred)
        case .toCitizen: resolve(toCitizen: true, value.number)
        case .toBot: resolve(toCitizen: false, value.number)
        case .callTeam: callHuman()
        case .team: effects.append(.ask(.teamsBelow(value.guide)))
        case .teamItself: choose(team: value.guide)
        case .otherTeam: askForTeam(.teamAsk)
        case .callBack: consentToCall(true)
        case .noCallBack: consentToCall(false)
        case .cancelCall: cancelCall(value.number)
        }
    }

    /// A choice that was offered in an earlier turn, or was pressed twice: it never moves a walk. What moves nothing is done,
    /// and nobody who looks for a human is sent away.
    mutating func refuse(stale value: ChoiceValue) {
        discloseOnce()
        switch value.action {
        case .human: callHuman()
        case .open, .menu, .group, .resume: conversation.walk?.step == nil ? choose(value) : repeatStep(after: .stale)
        default: repeatStep(after: .stale)
        }
    }

    mutating func refuse(number: Int) {
        discloseOnce()
        let offered = conversation.offered
        say(.noSuchNumber, ["count": String(offered.count)], choices: offered)
    }

    private mutating func openGuide(named id: String) {
        guard let guide = catalogue.guide(id) else { return say(.guideGone, choices: generalChoices) }
        open(guide)
    }
}
