public import HelpDesk

/// What a choice carries: what to do, and the guide, revision, step and turn in which it was offered, so that a stale or
/// doubled choice can be told from a fresh one.
///
/// As text it has at most 64 bytes, which Telegram allows for a button's data; `tungngo check` refuses ids that are too long.
public struct ChoiceValue: Sendable, Hashable {
    public enum Action: Sendable, Hashable {
        case open, start, done, back, stuck, again, human, exit, menu, resume, none
        case otherTrouble, worked, notWorked, forget, keep
        // A member's: the number of the session or the hand-over stands in the guide's place.
        case relayDone, relayNotDone, relayReferred, relaySteps, relayWhole, relayAsk, activated, note
        case log, logSimilar, dropLog, topic, correct, withdraw
        case claim, giveBack, endSolved, endUnsolved, endReferred, toCitizen, toBot
        // A citizen's, on the way to a human: the team's code stands in the guide's place.
        case callTeam, team, teamItself, otherTeam, callBack, noCallBack, cancelCall
        /// One of the menu's groups, by its id, which stands in the guide's place.
        case group
        /// The trouble of the step, from 0.
        case trouble(Int)
        /// How many people were helped.
        case people(Int)
        /// How a help that is being logged ended.
        case outcome(HelpSession.Outcome)
        /// So many days ago.
        case day(Int)

        private static let codes: [(Action, String)] = [
            (.open, "o"), (.start, "s"), (.done, "d"), (.back, "b"), (.stuck, "k"), (.again, "r"), (.human, "h"), (.exit, "x"), (.menu, "m"),
            (.resume, "w"), (.none, "z"), (.otherTrouble, "u"), (.worked, "y"), (.notWorked, "n"), (.forget, "f"), (.keep, "p"), (.group, "g"),
            (.relayDone, "rd"), (.relayNotDone, "rn"), (.relayReferred, "ru"), (.relaySteps, "rs"), (.relayWhole, "rw"), (.relayAsk, "rq"),
            (.activated, "ra"),
            (.note, "rt"), (.log, "lg"), (.logSimilar, "ls"), (.dropLog, "ld"), (.topic, "lt"), (.correct, "lc"), (.withdraw, "lw"),
            (.claim, "hc"), (.giveBack, "hb"), (.endSolved, "hd"), (.endUnsolved, "hn"), (.endReferred, "hu"), (.toCitizen, "hz"),
            (.toBot, "ht"), (.callTeam, "ct"), (.team, "cm"), (.teamItself, "ci"), (.otherTeam, "co"), (.callBack, "cb"), (.noCallBack, "cn"),
            (.cancelCall, "cx"),
        ]

        var code: String {
            if case .trouble(let number) = self { return "t\(number)" }
            if case .people(let number) = self { return "q\(number)" }
            if case .day(let number) = self { return "a\(number)" }
            if case .outcome(let outcome) = self { return "e" + outcome.rawValue }
            return Action.codes.first { $0.0 == self }?.1 ?? ""
        }

        init?(code: some StringProtocol) {
            if code.first == "t", let number = Int(code.dropFirst()), (0..<100).contains(number) {
                self = .trouble(number)
            } else if code.first == "q", let number = Int(code.dropFirst()), (1...500).contains(number) {
                self = .people(number)
            } else if code.first == "a", let number = Int(code.dropFirst()), (0...7).contains(number) {
                self = .day(number)
            } else if code.first == "e", let outcome = HelpSession.Outcome(rawValue: String(code.dropFirst())) {
                self = .outcome(outcome)
            } else if let action = Action.codes.first(where: { $0.1 == code })?.0 {
                self = action
            } else {
                return nil
            }
        }
    }

    public let action: Action
    /// The guide (or group) it is about; empty where it is about none.
    public let guide: String
    public let revision: String
    public let step: String
    /// The session or hand-over it is about, which stands in the guide's place.
    public var number: Int64? { Int64(guide) }
    /// The turn in which it was offered.
    public let turn: Int

    public init(_ action: Action, guide: String = "", revision: String = "", step: String = "", turn: Int) {
        self.action = action
        self.guide = guide
        self.revision = revision
        self.step = step
        self.turn = turn
    }

    /// - Returns: nil where the text is none that this program wrote.
    public init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 5, let action = Action(code: parts[0]), let turn = Int(parts[4], radix: 36), turn >= 0 else { return nil }
        self.init(action, guide: String(parts[1]), revision: String(parts[2]), step: String(parts[3]), turn: turn)
    }

    public var text: String {
        [action.code, guide, revision, step, String(turn, radix: 36)].joined(separator: "|")
    }
}

extension ChoiceValue {
    /// What does by itself find out whether it is too late: a session that is closed, a hand-over that is taken.
    var isAlwaysFresh: Bool {
        switch action {
        case .claim, .relayDone, .relayNotDone, .relayReferred, .relaySteps, .relayWhole, .relayAsk, .callBack, .noCallBack, .cancelCall: true
        case .people, .activated, .note: number != nil
        default: action.isEnding
        }
    }
}

extension ChoiceValue.Action {
    /// Whether it answers a question to which the very next words of a citizen are the answer, whoever they talk to.
    var isAnsweredAtOnce: Bool { [.callBack, .noCallBack, .forget, .keep].contains(self) }

    /// Whether it ends or gives back a hand-over.
    var isEnding: Bool { [.endSolved, .endUnsolved, .endReferred, .giveBack].contains(self) }
}
