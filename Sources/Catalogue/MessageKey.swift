/// The key of each sentence of the bot in `content/messages.yaml`.
public enum MessageKey: String, Sendable, Hashable, CaseIterable {
    // Beginning
    case greeting
    case disclosure
    case menu
    case menuGroup = "menu.group"
    case empty
    // A guide
    case overview
    case overviewPrepare = "overview.prepare"
    case overviewFee = "overview.fee"
    case overviewTime = "overview.time"
    case overviewLink = "overview.link"
    case overviewChecked = "overview.checked"
    case step
    case stepAgain = "step.again"
    case stepFirst = "step.first"
    case stepPlace = "step.place"
    case stuck
    case stuckNothing = "stuck.nothing"
    case stuckOutside = "stuck.outside"
    case remedy
    case finished
    case finishedWell = "finished.well"
    case finishedBadly = "finished.badly"
    case left = "exit.walk"
    case leftNothing = "exit.nothing"
    case switched
    case sameGuide = "same-guide"
    case resumed
    case resumedNothing = "resumed.nothing"
    case revised
    case guideGone = "guide-gone"
    // Understanding
    case fallbackWords = "fallback.words"
    case clarify
    case unknown
    case unknownAgain = "unknown.again"
    case unknownInWalk = "unknown.in-walk"
    case noSuchNumber = "no-such-number"
    case stale
    case nothingToAnswer = "nothing-to-answer"
    // A human
    case human
    case humanTeam = "human.team"
    case humanHotline = "human.hotline"
    case humanSuggested = "human.suggested"
    // What is no text
    case picture = "media.picture"
    case sticker = "media.sticker"
    case voice = "media.voice"
    case location = "media.location"
    case file = "media.file"
    case otherMedia = "media.other"
    // Secrets and data
    case secret
    case secretCode = "secret.code"
    case forgetAsk = "forget.ask"
    case forgetDone = "forget.done"
    case forgetKept = "forget.kept"
    // Care
    case cheatedNow = "care.cheated-now"
    case selfHarm = "care.self-harm"
    case danger = "care.danger"
    // Small talk
    case talkGreeting = "talk.greeting"
    case talkThanks = "talk.thanks"
    case talkGoodbye = "talk.goodbye"
    case talkWho = "talk.who"
    case talkHowAreYou = "talk.how-are-you"
    case talkJoke = "talk.joke"
    case talkPraise = "talk.praise"
    case talkPrivacy = "talk.privacy"
    case talkCost = "talk.cost"
    case talkCostOfGuide = "talk.cost.guide"
    case talkInsult = "talk.insult"
    case talkTest = "talk.test"
    // Members
    case memberHow = "member.how"
    case memberBound = "member.bound"
    case memberUsed = "member.used"
    case memberExpired = "member.expired"
    case memberUnknown = "member.unknown"
    case memberWait = "member.wait"
    case memberRefused = "member.refused"
    // Faults
    case apology
    // Labels of choices
    case choiceStart = "choice.start"
    case choiceDone = "choice.done"
    case choiceBack = "choice.back"
    case choiceStuck = "choice.stuck"
    case choiceAgain = "choice.again"
    case choiceHuman = "choice.human"
    case choiceExit = "choice.exit"
    case choiceMenu = "choice.menu"
    case choiceResume = "choice.resume"
    case choiceOtherTrouble = "choice.other-trouble"
    case choiceSolved = "choice.solved"
    case choiceStillStuck = "choice.still-stuck"
    case choiceWorked = "choice.worked"
    case choiceNotWorked = "choice.not-worked"
    case choiceNone = "choice.none"
    case choiceForget = "choice.forget"
    case choiceKeep = "choice.keep"

    /// What the sentence may name in braces.
    public var placeholders: Set<String> {
        switch self {
        case .menuGroup, .switched, .sameGuide, .resumed, .finished: ["title"]
        case .overview: ["title", "introduction", "count"]
        case .overviewPrepare: ["list"]
        case .overviewFee: ["fee"]
        case .overviewTime: ["time"]
        case .overviewLink: ["link"]
        case .overviewChecked: ["checked", "sources"]
        case .step: ["number", "total", "title", "text", "done"]
        case .stepPlace: ["title", "number", "total"]
        case .stuck, .stuckNothing: ["number", "title"]
        case .remedy: ["title", "remedy"]
        case .noSuchNumber: ["count"]
        case .humanTeam: ["team", "contact", "address"]
        case .humanHotline: ["hotline"]
        case .fallbackWords: ["words"]
        case .memberBound: ["name"]
        case .talkCostOfGuide: ["title", "fee"]
        default: []
        }
    }

    /// The greatest length in characters that every channel takes: a label must fit a button, and a text the smallest
    /// message (2,000 characters at Zalo and Messenger) beside a step or an introduction of 600 characters.
    var limit: Int { rawValue.hasPrefix("choice.") ? 40 : 1200 }
}
