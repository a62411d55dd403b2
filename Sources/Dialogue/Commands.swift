import Catalogue
import Foundation
import HelpDesk
import Matching

/// What is done for a choice, a command, and a question.
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
        case .keep:
            conversation.question = nil
            say(.forgetKept, choices: generalChoices)
        }
    }

    /// A choice that was offered in an earlier turn, or was pressed twice: it never moves a walk. What moves nothing anyway is done.
    mutating func refuse(stale value: ChoiceValue) {
        guard conversation.walk?.step == nil else { return repeatStep(after: .stale) }
        switch value.action {
        case .open, .menu, .group, .human, .resume: choose(value)
        default: repeatStep(after: .stale)
        }
    }

    mutating func refuse(number: Int) {
        let offered = conversation.offered
        say(.noSuchNumber, ["count": String(offered.count)], choices: offered)
    }

    private mutating func openGuide(named id: String) {
        guard let guide = catalogue.guide(id) else { return say(.guideGone, ["title": id], choices: generalChoices) }
        open(guide)
    }

    mutating func obey(_ meaning: Phrase.Meaning) {
        if meaning == .greeting { return greet() }
        discloseOnce()
        switch meaning {
        case .done: confirm(silence.map { $0 >= Dialogue.longSilence } ?? false)
        case .back: goBack()
        case .stuck: conversation.question == .finished ? finish(.unsolved) : beStuck()
        case .again: repeatStep()
        case .human: showHuman()
        case .exit: leave()
        case .menu: showMenu()
        case .resume: resume()
        case .yes: affirm()
        case .no: deny()
        case .forget:
            conversation.question = .forget
            say(.forgetAsk, choices: [choice(.choiceForget, .forget), choice(.choiceKeep, .keep)])
        case .cheatedNow, .selfHarm, .danger: care(meaning)
        case .greeting, .thanks, .goodbye, .who, .howAreYou, .joke, .praise, .privacy, .cost, .insult, .test: chat(meaning)
        }
    }

    /// “Xong”, “tiếp”: the step is done; after a long silence it only means to go on, so the step is shown first.
    private mutating func confirm(_ afterSilence: Bool) {
        if let question = conversation.question, question != .start { return affirm() }
        if afterSilence || conversation.walk == nil { return resume() }
        advance()
    }

    private mutating func affirm() {
        switch conversation.question {
        case .start: start()
        case .finished: finish(.solved)
        case .forget: forget()
        case nil: conversation.walk?.step == nil ? say(.nothingToAnswer, choices: generalChoices) : advance()
        }
    }

    private mutating func deny() {
        switch conversation.question {
        case .start: leave()
        case .finished: finish(.unsolved)
        case .forget:
            conversation.question = nil
            say(.forgetKept, choices: generalChoices)
        case nil: conversation.walk?.step == nil ? say(.nothingToAnswer, choices: generalChoices) : beStuck()
        }
    }

    private mutating func forget() {
        effects.append(.forget)
        conversation = Conversation()
        conversation.lastEventAt = at
        say(.forgetDone)
    }

    /// A friendly word; where a guide is being walked, the step's choices stay.
    private mutating func chat(_ meaning: Phrase.Meaning) {
        let key: MessageKey =
            switch meaning {
            case .thanks: .talkThanks
            case .goodbye: .talkGoodbye
            case .who: .talkWho
            case .howAreYou: .talkHowAreYou
            case .joke: .talkJoke
            case .praise: .talkPraise
            case .privacy: .talkPrivacy
            case .cost: .talkCost
            case .insult: .talkInsult
            case .test: .talkTest
            default: .talkGreeting
            }
        let isWalking = conversation.walk != nil && !conversation.offered.isEmpty
        say(key, choices: isWalking ? conversation.offered : generalChoices)
    }

    // MARK: Questions

    mutating func answer(_ understanding: Understanding) {
        let guides = understanding.matches.compactMap { $0.guide.flatMap(catalogue.guide) }
        switch understanding.decision {
        case .answer:
            guard let guide = guides.first else { return notUnderstood() }
            discloseOnce()
            conversation.timesUnknown = 0
            if conversation.walk?.guide == guide.id, conversation.walk?.step != nil {
                return repeatStep(after: .sameGuide, ["title": guide.title])
            }
            open(guide)
        case .clarify:
            discloseOnce()
            conversation.timesUnknown = 0
            var seen: Set<String> = []
            let choices = guides.filter { seen.insert($0.id).inserted }.prefix(3).map(choice(opening:))
            say(.clarify, choices: choices + [choice(.choiceNone, .none)])
        case .unknown: notUnderstood()
        }
    }

    /// Not a plain refusal: how to say it otherwise, how to find any procedure, the menu, and the second time a human.
    mutating func notUnderstood() {
        discloseOnce()
        conversation.timesUnknown += 1
        if conversation.timesUnknown > 1 { return showHuman(after: .unknownAgain) }
        if conversation.walk?.step != nil {
            let times = conversation.timesUnknown
            repeatStep(after: .unknownInWalk)
            return conversation.timesUnknown = times
        }
        let fallback = catalogue.guide(KnownGuide.fallback).map { [choice(opening: $0)] } ?? []
        say(.unknown, choices: fallback + generalChoices)
    }
}
