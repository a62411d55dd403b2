import Catalogue
import HelpDesk
import Matching
import Vietnamese

/// Help given without the bot, logged in one line: what was understood is shown, what is missing is asked for, one word
/// corrects a part.
extension Exchange {
    private static let longestNote = 200
    private static let mostTopics = 4

    mutating func log(_ line: MaskedText) {
        conversation.awaiting = nil
        let read = LogLine(line, today: Day(inVietnam: at), understand: understand)
        var entry = HelpEntry(kind: .given, guide: nil, day: read.day ?? Day(inVietnam: at))
        entry.people = read.people ?? 1
        entry.outcome = read.outcome
        entry.place = read.place
        entry.difficulty = read.difficulty
        if case .guide(let guide) = read.topic { entry.guide = guide }
        conversation.draft = Conversation.Draft(entry: entry, missing: read.missing, topics: read.topic.choices)
        goOn()
    }

    /// Asks for the first part that is missing, or shows what would be logged.
    private mutating func goOn() {
        guard let draft = conversation.draft else { return }
        switch draft.missing.first {
        case .topic:
            let guides = draft.topics.prefix(Self.mostTopics).compactMap { catalogue.guide($0) }.map { choice($0.title, .topic, about: $0.id) }
            say(.logAskGuide, choices: guides + [choice(.logOther, .topic, about: ""), choice(.choiceDropLog, .dropLog)])
        case .people:
            let counts = (1...3).map { choice(catalogue.messages[.choicePeople, ["count": String($0)]], .people($0)) }
            say(.logAskPeople, choices: counts + [choice(.choiceDropLog, .dropLog)])
        case .day:
            let days = [choice(.choiceToday, .day(0)), choice(.choiceYesterday, .day(1))]
            say(.logAskDay, choices: days + [choice(.choiceDropLog, .dropLog)])
        case .outcome:
            let outcomes: [(MessageKey, HelpSession.Outcome)] = [
                (.choiceRelayDone, .solved), (.choiceRelayNotDone, .unsolved), (.choiceRelayReferred, .referred),
            ]
            say(.logAskOutcome, choices: outcomes.map { choice($0, .outcome($1)) } + [choice(.choiceDropLog, .dropLog)])
        case nil: show(draft.entry)
        }
    }

    /// Asks again for what is missing of a help that is about to be logged.
    /// - Returns: whether there is one.
    mutating func askOn() -> Bool {
        guard conversation.draft != nil else { return false }
        goOn()
        return true
    }

    private mutating func show(_ entry: HelpEntry) {
        say(.logUnderstood, values(of: entry), choices: [choice(.choiceLog, .log), choice(.choiceDropLog, .dropLog)])
    }

    /// A part of what is about to be logged is said, or corrected.
    mutating func fillDraft(_ amendments: HelpEntry.Amendment...) {
        fillDraft(amendments)
    }

    private mutating func fillDraft(_ amendments: [HelpEntry.Amendment]) {
        guard conversation.draft != nil else { return say(.stale, choices: generalChoices) }
        let before = conversation.draft
        for amendment in amendments {
            conversation.draft?.entry.apply(amendment)
            conversation.draft?.missing.removeAll { $0 == amendment.part }
        }
        // “Xong” to what was shown with the outcome “xong”: it is right so.
        if conversation.draft == before { return logDraft(evenIfSimilar: false) }
        goOn()
    }

    mutating func logDraft(evenIfSimilar: Bool) {
        guard let draft = conversation.draft, draft.missing.isEmpty else { return say(.stale, choices: generalChoices) }
        effects.append(.ask(.log(draft.entry, evenIfSimilar: evenIfSimilar)))
    }

    mutating func dropDraft() {
        conversation.draft = nil
        say(.logDropped, choices: generalChoices)
    }

    /// What a text corrects or completes.
    private func amendments(in text: MaskedText) -> [HelpEntry.Amendment] {
        let correction = LogLine.Correction(text, today: Day(inVietnam: at), understand: understand)
        var amendments: [HelpEntry.Amendment?] = [
            correction.people.map { .people($0) }, correction.day.map { .day($0) }, correction.outcome.map { .outcome($0) },
            correction.place.map { .place($0) }, correction.difficulty.map { .difficulty($0) },
        ]
        // How to find any procedure is what the catalogue says to whatever it does not know.
        if case .guide(let guide) = correction.topic, guide != KnownGuide.fallback { amendments.append(.guide(guide)) }
        return amendments.compactMap(\.self)
    }

    /// A tap on what an entry that was just closed may still have.
    mutating func amend(_ number: Int64?, _ amendment: HelpEntry.Amendment) {
        if let number {
            effects.append(.ask(.change(number, [amendment])))
        } else {
            fillDraft(amendment)
        }
    }

    /// A text that goes on with what was begun: a note, a correction, a part of what is about to be logged.
    /// - Returns: whether it did.
    mutating func continueMemberWork(_ text: MaskedText, _ meaning: Phrase.Meaning?, _ understanding: Understanding) -> Bool {
        switch conversation.awaiting {
        case .note(let number):
            guard text.text.count <= Self.longestNote else {
                say(.noteTooLong, ["count": String(text.text.count)])
                return true
            }
            conversation.awaiting = nil
            effects.append(.ask(.change(number, [.note(text.text)])))
            return true
        case .correction(let number):
            let corrections = amendments(in: text)
            guard !corrections.isEmpty else {
                let isNotRead = understanding.decision == .unknown && meaning == nil
                isNotRead ? say(.entryNotRead) : (conversation.awaiting = nil)
                return isNotRead
            }
            conversation.awaiting = nil
            effects.append(.ask(.change(number, corrections)))
            return true
        case .team, nil: break
        }
        guard let draft = conversation.draft else { return false }
        if let number = Int(text.text.filter { !$0.isWhitespace }) {
            // Anywhere else a number is one of what was offered.
            guard draft.missing.first == .people else { return false }
            (1...LogLine.mostPeople).contains(number) ? fillDraft(.people(number)) : goOn()
            return true
        }
        let corrections = amendments(in: text)
        if !corrections.isEmpty {
            fillDraft(corrections)
        } else if draft.missing.first == .topic, understanding.decision == .clarify {
            conversation.draft?.topics = LogLine.Topic(understanding).choices
            goOn()
        } else if !draft.missing.isEmpty, understanding.decision == .unknown, meaning == nil {
            goOn()
        } else {
            return false
        }
        return true
    }
}

extension LogLine.Topic {
    fileprivate var choices: [String] {
        if case .choices(let guides) = self { guides } else { [] }
    }
}

extension HelpEntry.Amendment {
    /// The part that it says.
    fileprivate var part: LogLine.Part? {
        switch self {
        case .guide: .topic
        case .people: .people
        case .day: .day
        case .outcome: .outcome
        case .place, .difficulty, .note, .activated: nil
        }
    }
}
