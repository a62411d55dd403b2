import Catalogue
import Matching

/// What is done for a question to the catalogue.
extension Exchange {
    /// - Parameter words: what to type into a search box for it.
    mutating func answer(_ understanding: Understanding, searching words: String?) {
        let guides = understanding.matches.map { $0.guide.flatMap(catalogue.guide) }
        switch understanding.decision {
        case .answer:
            guard let guide = guides.first ?? nil else { return notUnderstood() }
            discloseOnce()
            let lead = words.flatMap { guide.id == KnownGuide.fallback ? catalogue.messages[.fallbackWords, ["words": $0]] : nil }
            open(guide, after: lead)
        case .clarify:
            var seen: Set<String> = []
            let choices = guides.compactMap(\.self).filter { seen.insert($0.id).inserted }.prefix(3).map(choice(opening:))
            if choices.isEmpty { return notUnderstood() }
            discloseOnce()
            say(.clarify, choices: choices + [choice(.choiceNone, .none)])
        case .unknown: notUnderstood()
        }
    }

    /// Not a plain refusal: how to say it otherwise, how to find any procedure, the menu, and the second time a human.
    mutating func notUnderstood() {
        discloseOnce()
        conversation.timesUnknown += 1
        let times = conversation.timesUnknown
        if times > 1 { return showHuman(after: .unknownAgain) }
        if conversation.walk?.step != nil {
            repeatStep(after: .unknownInWalk)
            conversation.timesUnknown = times
        } else {
            let fallback = catalogue.guide(KnownGuide.fallback).map { [choice(opening: $0)] } ?? []
            say(.unknown, choices: fallback + generalChoices)
        }
    }
}
