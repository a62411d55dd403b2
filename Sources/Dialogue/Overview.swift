import Catalogue
import HelpDesk

/// Opening a guide: what it is for, what to prepare, what it costs.
extension Exchange {
    /// Shows a guide's overview; a walk of another guide is put aside, and one of the same guide goes on.
    mutating func open(_ guide: Guide, after lead: String? = nil) {
        conversation.timesUnknown = 0
        if let walk = conversation.walk, walk.step != nil {
            if walk.guide == guide.id { return repeatStep(after: .sameGuide, ["title": guide.title]) }
            conversation.paused = walk
        }
        if situation.member != nil, conversation.relaysByStep != true { return relayWhole(guide, after: lead) }
        conversation.walk = Conversation.Walk(guide: guide.id, revision: guide.revision)
        session(.opened(guide: guide.id, revision: guide.revision), of: guide.id)
        showOverview(of: guide, after: lead)
    }

    mutating func showOverview(of guide: Guide, after lead: String? = nil) {
        var parts = [lead].compactMap(\.self) + overview(of: guide)
        if let paused = conversation.paused.flatMap(self.guide(of:)) { parts.append(catalogue.messages[.switched, ["title": paused.title]]) }
        say(parts.joined(separator: "\n\n"), choices: startChoice + (situation.member == nil ? generalChoices : relayStepChoices(of: guide.id)))
    }

    var startChoice: [Choice] { conversation.walk == nil ? [] : [choice(.choiceStart, .start)] }

    private func overview(of guide: Guide) -> [String] {
        let messages = catalogue.messages
        var parts = [messages[.overview, ["title": guide.title, "introduction": guide.introduction, "count": String(guide.steps.count)]]]
        parts += preparation(of: guide) + facts(of: guide)
        return parts
    }

    func preparation(of guide: Guide) -> [String] {
        if guide.prepare.isEmpty { return [] }
        return [catalogue.messages[.overviewPrepare, ["list": guide.prepare.map { "- " + $0 }.joined(separator: "\n")]]]
    }

    /// What it costs, how long it takes, where it is, and where all that is known from.
    func facts(of guide: Guide) -> [String] {
        let messages = catalogue.messages
        let facts = [
            guide.fee.map { messages[.overviewFee, ["fee": $0]] }, guide.time.map { messages[.overviewTime, ["time": $0]] },
            guide.link.map { messages[.overviewLink, ["link": $0]] },
        ]
        let lines = facts.compactMap(\.self)
        let checked = "\(guide.checked.day)/\(guide.checked.month)/\(guide.checked.year)"
        let source = messages[.overviewChecked, ["checked": checked, "sources": SourceNames.of(guide.sources)]]
        return (lines.isEmpty ? [] : [lines.joined(separator: "\n")]) + [source]
    }
}
