import Catalogue
import HelpDesk

/// What is done for a phrase: a command, a yes or no, small talk.
extension Exchange {
    mutating func obey(_ meaning: Phrase.Meaning) {
        if meaning.isCare { return care(meaning) }
        if meaning == .greeting { return greet() }
        discloseOnce()
        switch meaning {
        case .done, .yes: affirm()
        case .no: deny()
        case .back: goBack()
        case .stuck: offers(.worked) ? finish(.unsolved) : beStuck()
        case .again: repeatStep()
        case .human: callHuman()
        case .exit, .endTalk: stop()
        case .menu: showMenu()
        case .resume: resume()
        case .register: say(.memberHow, choices: generalChoices)
        case .forget: say(.forgetAsk, choices: [choice(.choiceForget, .forget), choice(.choiceKeep, .keep)])
        case .thanks, .goodbye, .who, .howAreYou, .joke, .praise, .privacy, .cost, .insult, .test: chat(meaning)
        case .web: effects.append(.ask(.loginLink))
        case .log, .book, .claim, .take, .giveBack, .correct, .withdraw: say(.entryNotRead)
        case .cheatedNow, .selfHarm, .danger, .greeting: break
        }
    }

    /// “Xong”, “tiếp”, “vâng”: yes to what the last reply offered. After a long silence only the place is shown.
    private mutating func affirm() {
        if offers(.callBack) {
            consentToCall(true)
        } else if offers(.log) {
            logDraft(evenIfSimilar: false)
        } else if offers(.logSimilar) {
            dropDraft()
        } else if wasSilentLong {
            offers(.worked) ? advance() : resume()
        } else if offers(.start) {
            start()
        } else if offers(.worked) {
            finish(.solved)
        } else if offers(.forget) {
            forget()
        } else if offers(.done) {
            advance()
        } else if conversation.walk != nil || !askWhichSession() {
            recall()
        }
    }

    private mutating func deny() {
        if offers(.callBack) {
            consentToCall(false)
        } else if offers(.log), conversation.draft != nil {
            say(.entryNotRead, choices: conversation.offered)
        } else if offers(.logSimilar) {
            logDraft(evenIfSimilar: true)
        } else if offers(.start) {
            leave()
        } else if offers(.worked) {
            finish(.unsolved)
        } else if offers(.forget) {
            say(.forgetKept, choices: generalChoices)
        } else if offers(.none) {
            notUnderstood()
        } else if offers(.done) {
            beStuck()
        } else {
            recall()
        }
    }

    /// “Thôi”: no to what was offered, the end of what is going on.
    private mutating func stop() {
        if offers(.forget) || offers(.callBack) {
            deny()
        } else if conversation.draft != nil {
            dropDraft()
        } else if conversation.walk == nil, let handOver = situation.handOver {
            endByCitizen(handOver)
        } else {
            leave()
        }
    }

    /// Where a yes or no answers nothing: what is going on.
    private mutating func recall() {
        if offers(.none) {
            say(.clarify, choices: conversation.offered)
        } else if conversation.walk != nil {
            repeatStep(after: .stepAgain)
        } else if let paused = conversation.paused.flatMap(guide(of:)) {
            say(.switched, ["title": paused.title], choices: generalChoices)
        } else {
            say(.nothingToAnswer, choices: generalChoices)
        }
    }

    mutating func forget() {
        if let handOver = situation.handOver { effects.append(.endHandOver(handOver.number, .left)) }
        effects.append(.forget)
        conversation = Conversation()
        conversation.lastEventAt = at
        if let handOver = situation.handOver, let claimant = handOver.claimant {
            effects.append(.tell(claimant, Reply(text: catalogue.messages[.handOverLeft, values(of: handOver)])))
        }
        say(.forgetDone)
    }

    /// The person blocked us or left.
    mutating func leaveForGood() {
        effects.append(.unreachable)
        guard let handOver = situation.handOver else { return }
        if let claimant = handOver.claimant {
            let text = catalogue.messages[.handOverUnreachable, values(of: handOver)]
            effects.append(.tell(claimant, Reply(text: text, choices: ending(of: handOver))))
        } else if !handOver.hasTelephone {
            effects.append(.endHandOver(handOver.number, .left))
        }
    }

    /// A command with a number: “nhận 12”, “chuyển #12”, “sửa 12”, “bỏ 12”.
    /// - Returns: whether it was one.
    mutating func obey(_ meaning: Phrase.Meaning, _ number: Int64) -> Bool {
        switch meaning {
        case .claim: claim(number)
        case .take: take(inHand: number)
        case .correct: effects.append(.ask(.entry(number)))
        case .withdraw, .exit: effects.append(.ask(.withdraw(number)))
        default: return false
        }
        return true
    }

    /// A friendly word; where a guide is being walked, its choices stay.
    private mutating func chat(_ meaning: Phrase.Meaning) {
        var text = catalogue.messages[Self.talk(meaning)]
        if meaning == .cost, let guide = guideInUse, let fee = guide.fee {
            text += "\n" + catalogue.messages[.talkCostOfGuide, ["title": guide.title, "fee": fee]]
        }
        sayAside(text)
    }

    static func talk(_ meaning: Phrase.Meaning) -> MessageKey {
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
    }
}
