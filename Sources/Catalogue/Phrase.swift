/// Something that people say which is no question to the catalogue: a command, small talk, a cry for help.
///
/// Read from `content/phrases.yaml`.
public struct Phrase: Sendable, Hashable {
    /// What a phrase means to the dialogue. The raw value is its id in the file.
    public enum Meaning: String, Sendable, Hashable, Codable, CaseIterable {
        // Commands
        case done, back, stuck, again, human, exit, endTalk = "end-talk", menu, resume, yes, no, forget, register
        // A member's commands; some are followed by a number or a line
        case log, book, claim, take, giveBack = "give-back", correct, withdraw, web
        // Small talk
        case greeting, thanks, goodbye, who, howAreYou = "how-are-you", joke, praise, privacy, cost, insult, test
        // Care: these win over everything
        case cheatedNow = "cheated-now", selfHarm = "self-harm", danger

        public var isCare: Bool {
            switch self {
            case .cheatedNow, .selfHarm, .danger: true
            default: false
            }
        }

        /// Whether only a member says it to the bot; from anybody else it is a question like any other.
        public var isMembers: Bool {
            switch self {
            case .log, .book, .claim, .take, .giveBack, .correct, .withdraw, .web: true
            default: false
            }
        }

        /// Whether it concerns one person alone, and is not for a group.
        public var isPersonal: Bool { isMembers || self == .register || self == .forget }

        public var isSmallTalk: Bool {
            switch self {
            case .greeting, .thanks, .goodbye, .who, .howAreYou, .joke, .praise, .privacy, .cost, .insult, .test: true
            default: false
            }
        }
    }

    public let meaning: Meaning
    /// The whole message, less particles, is one of these.
    public let whole: [String]
    /// The message has one of these somewhere in it.
    public let within: [String]

    public init(meaning: Meaning, whole: [String], within: [String]) {
        self.meaning = meaning
        self.whole = whole
        self.within = within
    }
}
