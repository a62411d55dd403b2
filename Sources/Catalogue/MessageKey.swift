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
    // A member's work, hand-overs, groups
    case relayText = "relay.text"
    case relayPart = "relay.part"
    case relayed = "relay.end"
    case relayClosed = "relay.closed"
    case relayGone = "relay.gone"
    case relayEvening = "relay.evening"
    case relayAsk = "relay.ask"
    case relayWhich = "relay.which"
    case noteAsk = "note.ask"
    case noteTooLong = "note.too-long"
    case outcomeSolved = "outcome.solved"
    case outcomeUnsolved = "outcome.unsolved"
    case outcomeReferred = "outcome.referred"
    case outcomeLeft = "outcome.left"
    case outcomeUnknown = "outcome.unknown"
    case outcomeOpen = "outcome.open"
    case kindAlone = "kind.alone"
    case kindRelayed = "kind.relayed"
    case kindGiven = "kind.given"
    case kindHandOver = "kind.handover"
    case logHow = "log.how"
    case logOther = "log.other"
    case logUnderstood = "log.understood"
    case logPlace = "log.place"
    case logDifficulty = "log.difficulty"
    case logNote = "log.note"
    case logActivated = "log.activated"
    case logNotSaid = "log.not-said"
    case logAskGuide = "log.ask-guide"
    case logAskPeople = "log.ask-people"
    case logAskDay = "log.ask-day"
    case logAskOutcome = "log.ask-outcome"
    case logged = "log.done"
    case logSimilar = "log.similar"
    case logDropped = "log.dropped"
    case book
    case bookSum = "book.sum"
    case bookEntry = "book.entry"
    case bookEmpty = "book.empty"
    case entry
    case entryChanged = "entry.changed"
    case entryWithdrawn = "entry.withdrawn"
    case entryNone = "entry.none"
    case entryNotRead = "entry.not-read"
    case webLink = "web.link"
    case webNoAddress = "web.no-address"
    case reviewAgain = "review.again"
    case teamAsk = "team.ask"
    case teamWhich = "team.which"
    case teamNone = "team.none"
    case teamBelow = "team.below"
    case teamBound = "team.bound"
    case teamUnknown = "team.unknown"
    case handOverAsked = "hand-over.asked"
    case handOverOff = "hand-over.off"
    case handOverWaiting = "hand-over.waiting"
    case handOverLeaders = "hand-over.leaders"
    case handOverCoordinators = "hand-over.coordinators"
    case handOverEverybody = "hand-over.everybody"
    case handOverCall = "hand-over.call"
    case handOverQuestion = "hand-over.question"
    case handOverWhere = "hand-over.where"
    case handOverBeginning = "hand-over.beginning"
    case handOverHow = "hand-over.how"
    case handOverClaimed = "hand-over.claimed"
    case handOverYours = "hand-over.yours"
    case handOverTaken = "hand-over.taken"
    case handOverTakenOf = "hand-over.taken-of"
    case handOverGone = "hand-over.gone"
    case handOverNotYours = "hand-over.not-yours"
    case handOverLine = "hand-over.line"
    case handOverAnswer = "hand-over.answer"
    case handOverMedia = "hand-over.media"
    case handOverNoMedia = "hand-over.no-media"
    case handOverSent = "hand-over.sent"
    case handOverInHand = "hand-over.in-hand"
    case handOverDoubt = "hand-over.doubt"
    case handOverDoubtChoice = "hand-over.doubt-choice"
    case handOverWhich = "hand-over.which"
    case handOverNotSent = "hand-over.not-sent"
    case handOverReferred = "hand-over.referred"
    case handOverCancelled = "hand-over.cancelled"
    case handOverLeft = "hand-over.left"
    case handOverEnded = "hand-over.ended"
    case handOverEndedForCitizen = "hand-over.ended-citizen"
    case handOverEndedForMember = "hand-over.ended-member"
    case handOverGivenBack = "hand-over.given-back"
    case handOverLost = "hand-over.lost"
    case handOverUnreachable = "hand-over.unreachable"
    case telephoneAsk = "telephone.ask"
    case telephoneKept = "telephone.kept"
    case telephoneDropped = "telephone.dropped"
    case telephoneOf = "telephone.of"
    case groupStranger = "group.stranger"
    case groupPrivate = "group.private"
    case groupUnknown = "group.unknown"
    case groupGuide = "group.guide"
    case groupClosed = "group.closed"
    case groupNotYours = "group.not-yours"
    case choiceRelayDone = "choice.relay-done"
    case choiceRelayNotDone = "choice.relay-not-done"
    case choiceRelayReferred = "choice.relay-referred"
    case choiceRelaySteps = "choice.relay-steps"
    case choiceRelayWhole = "choice.relay-whole"
    case choicePeople = "choice.people"
    case choiceActivated = "choice.activated"
    case choiceNote = "choice.note"
    case choiceLog = "choice.log"
    case choiceLogSimilar = "choice.log-similar"
    case choiceDropLog = "choice.drop-log"
    case choiceWithdraw = "choice.withdraw"
    case choiceToday = "choice.today"
    case choiceYesterday = "choice.yesterday"
    case choiceClaim = "choice.claim"
    case choiceGiveBack = "choice.give-back"
    case choiceToCitizen = "choice.to-citizen"
    case choiceToBot = "choice.to-bot"
    case choiceCitizen = "choice.citizen"
    case choiceDropLine = "choice.drop-line"
    case choiceCancelCall = "choice.cancel-call"
    case choiceCallTeam = "choice.call-team"
    case choiceTeamItself = "choice.team-itself"
    case choiceOtherTeam = "choice.other-team"
    case choiceCallBack = "choice.call-back"
    case choiceNoCallBack = "choice.no-call-back"
    case mediaWithheld = "media.withheld"
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
        case .relayText: ["title", "text"]
        case .relayPart: ["title", "part", "parts", "text"]
        case .relayed: ["title"]
        case .relayClosed: ["number", "title", "outcome"]
        case .relayEvening, .relayAsk: ["title"]
        case .relayWhich: ["count"]
        case .noteTooLong: ["count"]
        case .logUnderstood: ["title", "people", "day", "outcome", "more"]
        case .logPlace: ["place"]
        case .logDifficulty: ["difficulty"]
        case .logNote: ["note"]
        case .logged: ["number", "title"]
        case .logSimilar: ["number", "title", "people", "day"]
        case .book: ["name", "month", "sums", "open", "entries"]
        case .bookSum: ["kind", "sessions", "people"]
        case .bookEntry: ["number", "day", "title", "people", "outcome"]
        case .entry: ["number", "title", "people", "day", "outcome", "more"]
        case .entryChanged: ["number", "title", "people", "day", "outcome", "more"]
        case .entryWithdrawn: ["number", "title"]
        case .entryNone: ["number"]
        case .webLink: ["link"]
        case .reviewAgain: ["number", "title", "note"]
        case .handOverAsked: ["team", "number", "minutes"]
        case .teamBound: ["team"]
        case .handOverWaiting: ["team", "number"]
        case .handOverOff: ["team", "time", "number"]
        case .handOverLeaders: ["team", "number"]
        case .handOverCoordinators: ["team", "number"]
        case .handOverEverybody: ["team", "place"]
        case .handOverCall: ["number", "team"]
        case .handOverQuestion: ["question"]
        case .handOverWhere: ["title", "step"]
        case .handOverHow: ["number"]
        case .handOverClaimed: ["team"]
        case .handOverYours: ["number", "minutes"]
        case .handOverTakenOf: ["number"]
        case .handOverNotYours: ["number"]
        case .handOverLine: ["number", "text"]
        case .handOverAnswer: ["team", "text"]
        case .handOverMedia: ["number"]
        case .handOverSent: ["number"]
        case .handOverInHand: ["number"]
        case .handOverDoubt, .handOverReferred, .handOverCancelled: ["number"]
        case .handOverDoubtChoice: ["text", "choice", "number"]
        case .handOverLeft: ["number"]
        case .handOverEnded: ["team"]
        case .handOverEndedForCitizen: ["team"]
        case .handOverEndedForMember: ["number", "outcome"]
        case .handOverGivenBack: ["number"]
        case .handOverLost: ["number", "minutes"]
        case .handOverUnreachable: ["number"]
        case .telephoneOf: ["number", "telephone"]
        case .groupGuide: ["title", "steps", "link"]
        case .groupClosed: ["title", "outcome"]
        case .choicePeople: ["count"]
        case .choiceCitizen: ["number"]
        default: []
        }
    }

    /// The greatest length in characters that every channel takes: a label must fit a button, and a text the smallest
    /// message (2,000 characters at Zalo and Messenger) beside a step or an introduction of 600 characters.
    var limit: Int { rawValue.hasPrefix("choice.") ? 40 : 1200 }
}
