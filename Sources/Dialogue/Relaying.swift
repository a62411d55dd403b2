import Catalogue
import HelpDesk

/// A member asks in a citizen's words: the whole guide in texts that can be passed on, and a session that one tap closes.
extension Exchange {
    /// As much as the smallest message of a channel takes, less the heading.
    private static let longestPart = 1800
    private static let handyCounts = [2, 3, 5]

    mutating func relayWhole(_ guide: Guide, after lead: String? = nil) {
        conversation.walk = nil
        session(.opened(guide: guide.id, revision: guide.revision), of: guide.id)
        if let lead { say(lead) }
        let parts = forwardable(guide)
        for (number, part) in parts.enumerated() {
            let values = ["title": guide.title, "part": String(number + 1), "parts": String(parts.count), "text": part]
            say(catalogue.messages[parts.count == 1 ? .relayText : .relayPart, values])
        }
        say(.relayed, ["title": guide.title], choices: relayChoices(of: guide.id) + [choice(.choiceRelaySteps, .relaySteps, about: guide.id)])
    }

    /// The overview and the steps, packed into as few texts as the limit allows; a step is never cut.
    private func forwardable(_ guide: Guide) -> [String] {
        let overview = [guide.introduction] + preparation(of: guide) + facts(of: guide)
        let steps = guide.steps.enumerated().map { number, step in
            catalogue.messages[
                .step,
                [
                    "number": String(number + 1), "total": String(guide.steps.count), "title": step.title, "text": step.text, "done": step.done,
                ]]
        }
        return ([overview.joined(separator: "\n\n")] + steps).reduce(into: []) { parts, text in
            if let last = parts.last, last.count + text.count + 2 <= Self.longestPart {
                parts[parts.count - 1] = last + "\n\n" + text
            } else {
                parts.append(text)
            }
        }
    }

    func relayChoices(of guide: String) -> [Choice] {
        [
            choice(.choiceRelayDone, .relayDone, about: guide), choice(.choiceRelayNotDone, .relayNotDone, about: guide),
            choice(.choiceRelayReferred, .relayReferred, about: guide),
        ]
    }

    /// What a member can choose beside the steps of a guide.
    func relayStepChoices(of guide: String) -> [Choice] {
        Array(relayChoices(of: guide).dropFirst()) + [choice(.choiceRelayWhole, .relayWhole, about: guide)]
    }

    /// Step by step or the whole guide, as the member likes; the choice is kept.
    mutating func relay(_ guide: String, byStep: Bool) {
        conversation.relaysByStep = byStep
        guard let guide = catalogue.guide(guide) else { return say(.guideGone, choices: generalChoices) }
        if conversation.walk?.guide == guide.id { conversation.walk = nil }
        open(guide)
    }

    /// Closes the member's session about a guide; what else there is to say of it can be added with a tap each.
    mutating func closeRelay(_ guide: String, _ outcome: HelpSession.Outcome) {
        guard let open = situation.member?.open.first(where: { $0.guide == guide }) else { return say(.relayGone, choices: generalChoices) }
        if conversation.walk?.guide == guide { conversation.walk = nil }
        session(.closed(outcome), of: guide)
        let values = ["number": String(open.number), "title": title(of: guide), "outcome": catalogue.messages[outcome.label]]
        say(.relayClosed, values, choices: amendments(of: open.number, about: guide))
    }

    private func amendments(of number: Int64, about guide: String) -> [Choice] {
        let about = String(number)
        let people = Self.handyCounts.map { count in
            choice(catalogue.messages[.choicePeople, ["count": String(count)]], .people(count), about: about)
        }
        let activated = catalogue.guide(guide)?.account != nil ? [choice(.choiceActivated, .activated, about: about)] : []
        return people + activated + [choice(.choiceNote, .note, about: about)]
    }

    mutating func askForNote(on number: Int64) {
        conversation.awaiting = .note(number)
        say(.noteAsk)
    }

    /// The evening's question about a session that is still open, where asking costs nothing.
    mutating func askAboutSession(_ number: Int64) {
        guard let open = situation.member?.open.first(where: { $0.number == number }) else {
            // Who opened it has left.
            return effects.append(.endSession(number, .unknown, silentSince: nil))
        }
        effects.append(.set(Deadline(.sessionEnds, of: number), at: HelpSession.closing(after: at), for: nil))
        guard situation.isFree else { return }
        say(.relayEvening, ["title": title(of: open.guide)], choices: relayChoices(of: open.guide))
    }

    /// “Xong” where nothing is offered that it could answer: which of the sessions that are open?
    /// - Returns: false where none is.
    mutating func askWhichSession() -> Bool {
        guard let open = situation.member?.open, let first = open.first else { return false }
        guard open.count > 1 else {
            askHowItEnded(first.guide)
            return true
        }
        say(.relayWhich, ["count": String(open.count)], choices: open.map { choice(title(of: $0.guide), .relayAsk, about: $0.guide) })
        return true
    }

    mutating func askHowItEnded(_ guide: String) {
        guard situation.member?.open.contains(where: { $0.guide == guide }) == true else { return say(.relayGone, choices: generalChoices) }
        say(.relayAsk, ["title": title(of: guide)], choices: relayChoices(of: guide))
    }

    func title(of guide: String?) -> String {
        guide.map { catalogue.guide($0)?.title ?? $0 } ?? catalogue.messages[.logOther]
    }
}

extension HelpSession.Outcome {
    /// How the bot names it.
    var label: MessageKey {
        switch self {
        case .solved: .outcomeSolved
        case .unsolved: .outcomeUnsolved
        case .referred: .outcomeReferred
        case .left: .outcomeLeft
        case .unknown: .outcomeUnknown
        }
    }
}
