import Catalogue
import Foundation
import HelpDesk
import Matching
import Vietnamese

/// A citizen's way to a human: which team, who is called, who is called next.
extension Exchange {
    /// How many teams are offered at a time.
    private static let mostTeams = 8
    private static let mostVillages = 20

    /// The citizen asks for a human: their team is called, or looked for.
    mutating func callHuman() {
        guard situation.hasMembers, situation.member == nil else { return showHuman() }
        if let handOver = situation.handOver {
            return say(.handOverWaiting, values(of: handOver), choices: [cancelChoice(of: handOver), choice(.choiceMenu, .menu)])
        }
        guard let team = situation.team else {
            say(human())
            return askForTeam(.teamAsk)
        }
        call(team: team)
    }

    private func cancelChoice(of handOver: HandOver) -> Choice {
        choice(.choiceCancelCall, .cancelCall, about: String(handOver.number))
    }

    mutating func cancelCall(_ number: Int64?) {
        guard let handOver = situation.handOver, handOver.number == number else { return say(.stale, choices: generalChoices) }
        endByCitizen(handOver)
    }

    mutating func call(team: String) {
        let walk = conversation.walk
        effects.append(.ask(.handOver(team: team, guide: walk?.guide, step: walk?.step)))
    }

    mutating func askForTeam(_ key: MessageKey) {
        conversation.awaiting = .team
        say(key, choices: [choice(.choiceMenu, .menu)])
    }

    /// What the person typed is taken for the name of the commune or village.
    mutating func findTeam(named text: String) {
        let names = [text] + communes.find(text).map(\.commune.name)
        let words = names.map { Self.words(of: $0) }.filter { !$0.isEmpty }
        guard !words.isEmpty else { return askForTeam(.teamNone) }
        effects.append(.ask(.teams(named: words)))
    }

    /// Whether a text begins as the name of a place does: “xã …”.
    func namesPlace(_ text: String) -> Bool {
        Folding.fold(text).split { !$0.isLetter }.first.map { ["xa", "phuong", "thon", "xom", "to"].contains($0) } ?? false
    }

    /// The words of a name that tell it from others.
    private static func words(of name: String) -> [String] {
        Folding.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !unitWords.contains($0) }
    }

    private static let unitWords: Set<String> = ["xa", "phuong", "thi", "tran", "o", "toi", "ban", "em", "a", "da", "ben", "thuoc"]

    mutating func offer(_ teams: [Team]) {
        guard !teams.isEmpty else { return askForTeam(.teamNone) }
        conversation.awaiting = .team
        let choices = teams.prefix(Self.mostTeams).map { team in
            let isOne = teams.count { $0.name == team.name } == 1
            return choice([team.name, isOne ? nil : team.parentName].compactMap(\.self).joined(separator: ", "), .team, about: team.code)
        }
        say(.teamWhich, choices: choices + [choice(.choiceOtherTeam, .otherTeam)])
    }

    /// The person chose: they belong to the team from now on, and it is called.
    mutating func choose(team: String) {
        conversation.awaiting = nil
        effects.append(.bind(team: team))
        call(team: team)
    }

    /// A commune with villages below it: which of them?
    mutating func offer(_ villages: [Team], below team: String) {
        guard !villages.isEmpty else { return choose(team: team) }
        let choices = villages.prefix(Self.mostVillages).map { choice($0.name, .team, about: $0.code) }
        say(.teamBelow, choices: choices + [choice(.choiceTeamItself, .teamItself, about: team), choice(.choiceOtherTeam, .otherTeam)])
    }

    // MARK: What the database answers

    /// A hand-over is open: those of its rung are called, and the citizen is told what happens.
    mutating func called(_ handOver: HandOver, _ people: [PersonNumber], callsAt: Date?) {
        conversation.awaiting = nil
        if let callsAt {
            effects.append(.set(Deadline(.handOverCalls, of: handOver.number), at: callsAt, for: handOver.citizen))
            return tellCitizen(of: handOver, .handOverOff, values(of: handOver).merging(["time": Self.time(callsAt)]) { $1 })
        }
        if people.isEmpty, handOver.rung != .everybody {
            effects.append(.ask(.call(handOver.number, handOver.rung.next)))
            return
        }
        for person in people { effects.append(.tell(person, call(for: handOver))) }
        let key: MessageKey =
            switch handOver.rung {
            case .members: .handOverAsked
            case .leaders: .handOverLeaders
            case .coordinators: .handOverCoordinators
            case .everybody: .handOverEverybody
            }
        tellCitizen(of: handOver, key, values(of: handOver))
        guard handOver.rung != .everybody else { return }
        effects.append(.set(Deadline(.handOverWaits, of: handOver.number), at: at + claimTime, for: handOver.citizen))
    }

    /// What those who may take it read; never who asks.
    private func call(for handOver: HandOver) -> Reply {
        let messages = catalogue.messages
        var lines = [messages[.handOverCall, values(of: handOver)]]
        if let question = handOver.question { lines.append(messages[.handOverQuestion, ["question": question]]) }
        if let guide = handOver.guide.flatMap(catalogue.guide) {
            let step = handOver.step.flatMap { id in guide.steps.first { $0.id == id }?.title }
            lines.append(messages[.handOverWhere, ["title": guide.title, "step": step ?? messages[.handOverBeginning]]])
        }
        lines.append(messages[.handOverHow, values(of: handOver)])
        return Reply(text: lines.joined(separator: "\n"), choices: [choice(.choiceClaim, .claim, about: String(handOver.number))])
    }

    /// Says it to the citizen, whoever's turn it is.
    mutating func tellCitizen(of handOver: HandOver, _ key: MessageKey, _ values: [String: String], choices: [Choice] = []) {
        if situation.handOver?.number == handOver.number || situation.person == handOver.citizen {
            say(key, values, choices: choices)
        } else {
            effects.append(.tell(handOver.citizen, Reply(text: catalogue.messages[key, values], choices: choices)))
        }
    }

    func values(of handOver: HandOver) -> [String: String] {
        [
            "number": String(handOver.number), "team": handOver.team.team,
            "place": [handOver.team.contact, handOver.team.address].filter { !$0.isEmpty }.joined(separator: ", "),
            "minutes": String(Int(claimTime / 60)),
        ]
    }

    /// “7:30, 24/11”, as the clocks in Vietnam show it.
    private static func time(_ date: Date) -> String {
        let minutes = Int((date.timeIntervalSince1970 / 60).rounded(.down)) + 7 * 60
        let day = Day(inVietnam: date)
        let minute = minutes % 60
        return "\(minutes / 60 % 24):\(minute < 10 ? "0" : "")\(minute), \(day.day)/\(day.month)"
    }

    // MARK: When time goes by

    /// A time has come for the citizen's hand-over.
    mutating func wait(_ deadline: Deadline) {
        guard let handOver = situation.handOver, handOver.number == deadline.subject else { return }
        switch deadline.kind {
        case .handOverCalls where handOver.state == .open: effects.append(.ask(.call(handOver.number, handOver.rung)))
        case .handOverWaits where handOver.state == .open: effects.append(.ask(.call(handOver.number, handOver.rung.next)))
        case .claimEnds where handOver.state == .claimed: effects.append(.ask(.reopen(handOver.number, isGivenBack: false)))
        default: break
        }
    }
}
