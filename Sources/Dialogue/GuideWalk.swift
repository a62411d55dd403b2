import Catalogue
import Foundation
import HelpDesk

/// Walking a guide, one step at a time.
extension Exchange {
    /// The guide of the walk, in the revision with which it began where that is still kept.
    var guideInUse: Guide? {
        guard let walk = conversation.walk else { return nil }
        if let guide = situation.guide, guide.id == walk.guide, guide.revision == walk.revision { return guide }
        return catalogue.guide(walk.guide)
    }

    /// Shows what a guide is for and what to prepare; a walk in progress is put aside.
    mutating func open(_ guide: Guide) {
        if let walk = conversation.walk, walk.guide != guide.id, walk.step != nil { conversation.paused = walk }
        if conversation.paused?.guide == guide.id { conversation.paused = nil }
        conversation.walk = Conversation.Walk(guide: guide.id, revision: guide.revision)
        conversation.question = .start
        session(.opened(guide: guide.id, revision: guide.revision), of: guide.id)
        var text = overview(of: guide)
        if let paused = conversation.paused.flatMap({ catalogue.guide($0.guide) }) {
            text += "\n\n" + catalogue.messages[.switched, ["title": paused.title]]
        }
        say(text, choices: [choice(.choiceStart, .start)] + generalChoices)
    }

    private func overview(of guide: Guide) -> String {
        let messages = catalogue.messages
        var parts = [messages[.overview, ["title": guide.title, "introduction": guide.introduction, "count": String(guide.steps.count)]]]
        if !guide.prepare.isEmpty {
            parts.append(messages[.overviewPrepare, ["list": guide.prepare.map { "- " + $0 }.joined(separator: "\n")]])
        }
        let facts = [
            guide.fee.map { messages[.overviewFee, ["fee": $0]] }, guide.time.map { messages[.overviewTime, ["time": $0]] },
            guide.link.map { messages[.overviewLink, ["link": $0]] },
        ]
        let lines = facts.compactMap(\.self)
        if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
        let checked = "\(guide.checked.day)/\(guide.checked.month)/\(guide.checked.year)"
        parts.append(messages[.overviewChecked, ["checked": checked, "sources": SourceNames.of(guide.sources)]])
        return parts.joined(separator: "\n\n")
    }

    mutating func start() {
        guard let first = guideInUse?.steps.first else { return showMenu() }
        show(first)
    }

    /// Shows a step with all that can be chosen at it.
    mutating func show(_ step: Step, after lead: String? = nil) {
        guard let guide = guideInUse, let number = guide.steps.firstIndex(where: { $0.id == step.id }) else { return showMenu() }
        conversation.walk?.step = step.id
        conversation.question = nil
        conversation.timesUnknown = 0
        session(.reached(step: step.id), of: guide.id)
        let values = [
            "number": String(number + 1), "total": String(guide.steps.count), "title": step.title, "text": step.text, "done": step.done,
        ]
        var choices = [choice(.choiceDone, .done), choice(.choiceStuck, .stuck)]
        if number > 0 { choices.append(choice(.choiceBack, .back)) }
        choices += [choice(.choiceAgain, .again), choice(.choiceHuman, .human), choice(.choiceExit, .exit)]
        say((lead.map { $0 + "\n\n" } ?? "") + catalogue.messages[.step, values], choices: choices)
    }

    /// Where the person stands; where the guide was revised and the step has vanished, the nearest one.
    private enum Standing {
        case overview(Guide)
        case step(Guide, Int)
        case vanished(Guide)
        case nowhere
    }

    private var standing: Standing {
        guard let walk = conversation.walk, let guide = guideInUse else { return .nowhere }
        guard let id = walk.step else { return .overview(guide) }
        if let number = guide.steps.firstIndex(where: { $0.id == id }) { return .step(guide, number) }
        return .vanished(guide)
    }

    /// Shows the present step again, or what there is to choose.
    mutating func repeatStep(after lead: MessageKey? = nil, _ values: [String: String] = [:]) {
        let note = lead.map { catalogue.messages[$0, values] }
        switch standing {
        case .step(let guide, let number): show(guide.steps[number], after: note)
        case .overview(let guide):
            if let note { say(note) }
            open(guide)
        case .vanished(let guide): showNearest(of: guide)
        case .nowhere: say(note ?? catalogue.messages[.menu], choices: generalChoices)
        }
    }

    private mutating func showNearest(of guide: Guide) {
        conversation.walk = Conversation.Walk(guide: guide.id, revision: guide.revision, timesStuck: conversation.walk?.timesStuck ?? 0)
        guard let first = guide.steps.first else { return showMenu() }
        // The old order is not known any more: the beginning is the one place from which nothing is skipped.
        show(first, after: catalogue.messages[.revised])
    }

    mutating func advance() {
        switch standing {
        case .overview: start()
        case .step(let guide, let number) where number + 1 < guide.steps.count: show(guide.steps[number + 1])
        case .step(let guide, _):
            conversation.question = .finished
            let choices = [choice(.choiceWorked, .worked), choice(.choiceNotWorked, .notWorked), choice(.choiceBack, .again)]
            say(.finished, ["title": guide.title], choices: choices)
        case .vanished(let guide): showNearest(of: guide)
        case .nowhere: resume()
        }
    }

    mutating func goBack() {
        switch standing {
        case .step(let guide, let number) where number > 0: show(guide.steps[number - 1])
        case .step, .overview: repeatStep(after: .stepFirst)
        case .vanished, .nowhere: repeatStep()
        }
    }

    /// The first time: which trouble? The second time in one walk: a human.
    mutating func beStuck() {
        guard case .step(let guide, let number) = standing else { return showHuman() }
        let step = guide.steps[number]
        conversation.walk?.timesStuck += 1
        session(.stuck(step: step.id, trouble: nil), of: guide.id)
        if let times = conversation.walk?.timesStuck, times > 1 { return showHuman(after: .humanSuggested) }
        guard !step.troubles.isEmpty else { return beStuckOtherwise() }
        let troubles = step.troubles.enumerated().map { choice($1.title, .trouble($0)) }
        say(.stuck, ["number": String(number + 1), "title": step.title], choices: troubles + [choice(.choiceOtherTrouble, .otherTrouble)])
    }

    mutating func beStuckOtherwise() {
        guard case .step(let guide, let number) = standing else { return showHuman() }
        let choices = [choice(.choiceAgain, .again), choice(.choiceSolved, .done), choice(.choiceHuman, .human), choice(.choiceExit, .exit)]
        say(.stuckNothing, ["number": String(number + 1), "title": guide.steps[number].title], choices: choices)
    }

    mutating func showRemedy(_ number: Int) {
        guard case .step(let guide, let place) = standing, guide.steps[place].troubles.indices.contains(number) else { return repeatStep() }
        let step = guide.steps[place]
        session(.stuck(step: step.id, trouble: number), of: guide.id)
        let choices = [
            choice(.choiceSolved, .done), choice(.choiceAgain, .again), choice(.choiceStillStuck, .stuck), choice(.choiceHuman, .human),
        ]
        say(.remedy, ["title": step.troubles[number].title, "remedy": step.troubles[number].remedy], choices: choices)
    }

    mutating func finish(_ outcome: HelpSession.Outcome) {
        guard let walk = conversation.walk else { return showMenu() }
        session(.closed(outcome), of: walk.guide)
        if outcome == .solved {
            conversation.walk = nil
            say(.finishedWell, choices: generalChoices)
        } else {
            showHuman(after: .finishedBadly)
            conversation.walk = nil
        }
        conversation.question = nil
    }

    mutating func leave() {
        guard let walk = conversation.walk else { return say(.leftNothing) }
        session(.closed(.left), of: walk.guide)
        conversation.walk = nil
        conversation.question = nil
        if walk.step != nil { conversation.paused = walk }
        say(.left, choices: generalChoices)
    }

    /// Takes up the walk that was put aside, or shows where the present one stands.
    mutating func resume() {
        if conversation.walk?.step == nil, let paused = conversation.paused {
            conversation.walk = paused
            conversation.paused = nil
            guard let guide = guideInUse else {
                conversation.walk = nil
                return say(.guideGone, ["title": paused.guide], choices: generalChoices)
            }
            session(.opened(guide: guide.id, revision: guide.revision), of: guide.id)
            return repeatStep(after: .resumed, ["title": guide.title])
        }
        guard conversation.walk != nil else { return say(.resumedNothing, choices: generalChoices) }
        repeatStep(after: .resumed, ["title": guideInUse?.title ?? ""])
    }
}
