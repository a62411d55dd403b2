import Catalogue
import HelpDesk

/// Walking a guide, one step at a time.
extension Exchange {
    /// Where the person stands in a guide.
    private enum Standing {
        case overview(Guide)
        case step(Guide, Int)
        /// The guide was revised, and the step is not in it any more.
        case vanished(Guide)
        case nowhere
    }

    private var standing: Standing {
        guard let walk = conversation.walk, let guide = guideInUse else { return .nowhere }
        guard let id = walk.step else { return .overview(guide) }
        if let number = guide.steps.firstIndex(where: { $0.id == id }) { return .step(guide, number) }
        return .vanished(guide)
    }

    /// The present step by its number and its guide's title, for a sentence.
    var placeInWalk: [String: String]? {
        guard case .step(let guide, let number) = standing else { return nil }
        return ["title": guide.title, "number": String(number + 1), "total": String(guide.steps.count)]
    }

    mutating func start() {
        guard let guide = guideInUse, !guide.steps.isEmpty else { return stayNowhere() }
        if conversation.paused?.guide == guide.id { conversation.paused = nil }
        show(0, of: guide)
    }

    /// Shows a step with all that can be chosen at it.
    private mutating func show(_ number: Int, of guide: Guide, after lead: String? = nil) {
        let step = guide.steps[number]
        conversation.walk?.step = step.id
        conversation.walk?.place = number
        conversation.timesUnknown = 0
        session(.reached(step: step.id), of: guide.id)
        let values = [
            "number": String(number + 1), "total": String(guide.steps.count), "title": step.title, "text": step.text, "done": step.done,
        ]
        var choices = [choice(.choiceDone, .done), choice(.choiceStuck, .stuck)]
        if number > 0 { choices.append(choice(.choiceBack, .back)) }
        choices.append(choice(.choiceAgain, .again))
        choices += situation.member == nil ? [choice(.choiceHuman, .human), choice(.choiceExit, .exit)] : relayStepChoices(of: guide.id)
        say((lead.map { $0 + "\n\n" } ?? "") + catalogue.messages[.step, values], choices: choices)
    }

    /// Shows the present step again, or what there is to choose.
    mutating func repeatStep(after lead: MessageKey? = nil, _ values: [String: String] = [:]) {
        let note = lead.map { catalogue.messages[$0, values] }
        switch standing {
        case .step(let guide, let number): show(number, of: guide, after: note)
        case .overview(let guide): showOverview(of: guide, after: lead == .stepAgain ? nil : note)
        case .vanished(let guide): showNearest(of: guide)
        case .nowhere: stayNowhere(after: note)
        }
    }

    /// The step before the vanished one: what the person has done there is done again rather than anything skipped.
    private mutating func showNearest(of guide: Guide) {
        guard let walk = conversation.walk, !guide.steps.isEmpty else { return stayNowhere() }
        conversation.walk = Conversation.Walk(guide: guide.id, revision: guide.revision, timesStuck: walk.timesStuck)
        show(max(0, min(walk.place ?? 0, guide.steps.count) - 1), of: guide, after: catalogue.messages[.revised])
    }

    private mutating func stayNowhere(after note: String? = nil) {
        if isGuideGone {
            say(.guideGone, choices: generalChoices)
        } else if let note {
            say(note, choices: generalChoices)
        } else {
            showMenu()
        }
    }

    mutating func advance() {
        switch standing {
        case .overview: start()
        case .step(let guide, let number) where number + 1 < guide.steps.count: show(number + 1, of: guide)
        case .step(let guide, _):
            let choices = [choice(.choiceWorked, .worked), choice(.choiceNotWorked, .notWorked), choice(.choiceAgain, .again)]
            say(.finished, ["title": guide.title], choices: choices)
        case .vanished(let guide): showNearest(of: guide)
        case .nowhere: stayNowhere()
        }
    }

    /// A step back from a step; from anything else that was said in between, back to the step.
    mutating func goBack() {
        switch standing {
        case .step(let guide, let number) where number > 0 && offers(.back): show(number - 1, of: guide)
        case .step(_, 0) where !offers(.worked): repeatStep(after: .stepFirst)
        case .step, .vanished: repeatStep(after: .stepAgain)
        case .overview, .nowhere: conversation.paused == nil ? repeatStep() : resume()
        }
    }

    /// The first time: which trouble? The second time in one walk: a human, and the troubles of the step if they are new.
    mutating func beStuck() {
        guard case .step(let guide, let number) = standing else { return beStuckOutside() }
        let step = guide.steps[number]
        let isNew = conversation.walk?.stuckAt != step.id
        conversation.walk?.timesStuck += 1
        conversation.walk?.stuckAt = step.id
        session(.stuck(step: step.id, trouble: nil), of: guide.id)
        if let times = conversation.walk?.timesStuck, times > 1 {
            guard isNew, !step.troubles.isEmpty else { return showHuman(after: .humanSuggested) }
            say(human(after: .humanSuggested))
        }
        guard !step.troubles.isEmpty else { return beStuckOtherwise() }
        let troubles = step.troubles.enumerated().map { choice($1.title, .trouble($0)) }
        let others = [choice(.choiceOtherTrouble, .otherTrouble), choice(.choiceHuman, .human)]
        say(.stuck, ["number": String(number + 1), "title": step.title], choices: troubles + others)
    }

    /// Stuck before a guide was begun: with what? Once more: a human.
    private mutating func beStuckOutside() {
        if conversation.walk?.step != nil || isGuideGone { return repeatStep() }
        conversation.timesUnknown += 1
        if conversation.walk != nil || conversation.timesUnknown > 1 { return showHuman(after: .humanSuggested) }
        say(.stuckOutside, choices: generalChoices)
    }

    mutating func beStuckOtherwise() {
        guard case .step(let guide, let number) = standing else { return beStuckOutside() }
        let choices = [choice(.choiceSolved, .done), choice(.choiceAgain, .again), choice(.choiceHuman, .human), choice(.choiceExit, .exit)]
        say(.stuckNothing, ["number": String(number + 1), "title": guide.steps[number].title], choices: choices)
    }

    mutating func showRemedy(_ number: Int) {
        guard case .step(let guide, let place) = standing, guide.steps[place].troubles.indices.contains(number) else { return repeatStep() }
        let step = guide.steps[place]
        session(.stuck(step: step.id, trouble: number), of: guide.id)
        let choices = [
            choice(.choiceSolved, .done), choice(.choiceStillStuck, .stuck), choice(.choiceAgain, .again), choice(.choiceHuman, .human),
        ]
        say(.remedy, ["title": step.troubles[number].title, "remedy": step.troubles[number].remedy], choices: choices)
    }

    // MARK: Ending and taking up again

    mutating func finish(_ outcome: HelpSession.Outcome) {
        guard let walk = conversation.walk else { return stayNowhere() }
        if situation.member?.open.contains(where: { $0.guide == walk.guide }) == true { return closeRelay(walk.guide, outcome) }
        if outcome == .solved {
            session(.closed(.solved), of: walk.guide)
            conversation.walk = nil
            return sayWithWayBack(catalogue.messages[.finishedWell])
        }
        let text = human(after: .finishedBadly)
        session(.closed(outcome), of: walk.guide)
        (conversation.walk, conversation.paused) = (nil, conversation.paused ?? walk)
        say(text, choices: wayBack + [choice(.choiceMenu, .menu)])
    }

    mutating func leave() {
        conversation.timesUnknown = 0
        if let walk = conversation.walk {
            session(.closed(.left), of: walk.guide)
            conversation.walk = nil
            if walk.step != nil, conversation.paused == nil {
                conversation.paused = walk
                return say(.left, choices: generalChoices)
            }
        }
        sayWithWayBack(catalogue.messages[.leftNothing])
    }

    /// Something said where nothing goes on, and what was put aside before.
    private mutating func sayWithWayBack(_ text: String) {
        let paused = conversation.paused.flatMap(guide(of:)).map { catalogue.messages[.switched, ["title": $0.title]] }
        say([text, paused].compactMap(\.self).joined(separator: "\n"), choices: generalChoices)
    }

    /// Takes up the walk that was put aside, or shows where the present one stands.
    mutating func resume() {
        if conversation.walk?.step == nil, let paused = conversation.paused {
            (conversation.walk, conversation.paused) = (paused, nil)
            if let guide = guideInUse { session(.opened(guide: guide.id, revision: paused.revision), of: guide.id) }
        }
        guard let guide = guideInUse else { return isGuideGone ? stayNowhere() : say(.resumedNothing, choices: generalChoices) }
        repeatStep(after: .resumed, ["title": guide.title])
    }
}
