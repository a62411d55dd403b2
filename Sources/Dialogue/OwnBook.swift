import Catalogue
import HelpDesk

/// A member's own log: this month's sums, and entries that can be corrected or withdrawn within seven days.
extension Exchange {
    mutating func showBook(_ book: MemberBook) {
        let messages = catalogue.messages
        let day = Day(inVietnam: at)
        guard !book.newest.isEmpty else { return say(.bookEmpty, choices: generalChoices) }
        let sums: [String] = book.sums.map { sum in
            messages[.bookSum, ["kind": messages[sum.kind.label], "sessions": String(sum.sessions), "people": String(sum.people)]]
        }
        let entries: [String] = book.newest.map { messages[.bookEntry, values(of: $0)] }
        let words = [
            "name": situation.member?.name ?? "", "month": "\(day.month)/\(day.year)", "sums": sums.joined(separator: "\n"),
            "open": String(book.open), "entries": entries.joined(separator: "\n"),
        ]
        say(.book, words, choices: generalChoices)
    }

    mutating func showEntry(_ entry: HelpEntry.Numbered) {
        conversation.draft = nil
        conversation.awaiting = .correction(entry.number)
        let about = String(entry.number)
        let values = values(of: entry) as [String: String]
        say(.entry, values, choices: [choice(.choiceNote, .note, about: about), choice(.choiceWithdraw, .withdraw, about: about)])
    }

    func values(of entry: HelpEntry.Numbered) -> [String: String] {
        values(of: entry.entry).merging(["number": String(entry.number)]) { $1 }
    }

    func values(of entry: HelpEntry) -> [String: String] {
        [
            "title": title(of: entry.guide), "people": String(entry.people), "day": "\(entry.day.day)/\(entry.day.month)",
            "outcome": catalogue.messages[entry.outcome?.label ?? .outcomeOpen], "more": more(of: entry),
        ]
    }

    /// What is not said of every help, a line each.
    private func more(of entry: HelpEntry) -> String {
        let messages = catalogue.messages
        let lines = [
            entry.place.map { messages[.logPlace, ["place": $0]] }, entry.difficulty.map { messages[.logDifficulty, ["difficulty": $0]] },
            entry.note.map { messages[.logNote, ["note": $0]] }, entry.isActivated ? messages[.logActivated] : nil,
        ]
        return lines.compactMap { $0.map { "\n" + $0 } }.joined()
    }
}

extension HelpSession.Kind {
    /// How the bot names it.
    var label: MessageKey {
        switch self {
        case .alone: .kindAlone
        case .relayed: .kindRelayed
        case .given: .kindGiven
        case .handover: .kindHandOver
        }
    }
}
