import Catalogue
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
        case .human: showHuman()
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
        }
    }

    /// A choice that was offered in an earlier turn, or was pressed twice: it never moves a walk. What moves nothing is done,
    /// and nobody who looks for a human is sent away.
    mutating func refuse(stale value: ChoiceValue) {
        discloseOnce()
        switch value.action {
        case .human: showHuman()
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
