import Catalogue
import Foundation
import HelpDesk
import Matching
import Vietnamese

/// Draws one piece of a made-up year after another.
struct DemoWork {
    /// A session, and the hand-over that it came of.
    struct Draft {
        let session: DemoSession
        let handOver: DemoHandOver?
    }

    /// What is going on with one guide.
    private struct Topic {
        let guide: Guide
        /// How often it goes wrong (0…1).
        let hardness: Double
        /// The step where most are stuck.
        let hardStep: Int
    }

    private let texts: DemoTexts
    private let today: Day
    private let calendar: DemoCalendar
    private let topics: [Topic]
    /// By month, from January.
    private let topicsOfMonth: [WeightedChoice]
    private let teams: [Team]
    private let teamChoice: WeightedChoice
    private let members: [String: [String]]
    private var generator: SeededGenerator

    private static let kinds: [HelpSession.Kind] = [.alone, .relayed, .given, .handover]
    private static let kindChoice = WeightedChoice([45, 20, 28, 7])
    private static let channels = ["web", "zalo-oa", "zalo-bot", "telegram", "messenger"]
    private static let channelChoice = WeightedChoice([30, 38, 12, 4, 16])
    /// How often a guide is asked for that is not among the listed ones; the first of those is asked for fifty times.
    private static let unlisted = 2.0

    init(organisation: DemoOrganisation, guides: [Guide], texts: DemoTexts, today: Day) {
        var generator = SeededGenerator(seed: 1_129)
        self.texts = texts
        self.today = today
        calendar = DemoCalendar(today: today)
        topics = guides.sorted { $0.id < $1.id }.map { guide in
            Topic(
                guide: guide, hardness: Double.random(in: 0.4...1.8, using: &generator),
                hardStep: Int.random(in: guide.steps.indices, using: &generator))
        }
        topicsOfMonth = Self.topicsOfMonth(topics.map(\.guide.id), texts)
        teams = organisation.communes + organisation.villages
        // A few teams do most of the work, and some hardly any.
        teamChoice = WeightedChoice(teams.map { _ in pow(Double.random(in: 0.05...1, using: &generator), 2) })
        members = organisation.members
        self.generator = generator
    }

    private static func topicsOfMonth(_ ids: [String], _ texts: DemoTexts) -> [WeightedChoice] {
        let ranks = Dictionary(texts[.guides].enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let seasons = texts[.seasons].map { $0.split(separator: " ") }.filter { !$0.isEmpty }
        let months = Dictionary(seasons.map { (String($0[0]), Set($0.dropFirst().compactMap { Int($0) })) }, uniquingKeysWith: { first, _ in first })
        return (1...12).map { month in
            WeightedChoice(
                ids.map { id in
                    let usual = ranks[id].map { 100 / Double($0 + 2) } ?? unlisted
                    return months[id].map { $0.contains(month) ? usual * 4 : usual } ?? usual
                })
        }
    }

    // MARK: Sessions

    mutating func session() -> Draft {
        let kind = Self.kinds[Self.kindChoice.draw(using: &generator)]
        let day = calendar.day(using: &generator)
        let topic = topics[topicsOfMonth[day.month - 1].draw(using: &generator)]
        let began = DemoCalendar.time(of: day, byMember: kind == .relayed || kind == .given, using: &generator)
        return kind == .given ? given(topic, day, began) : walked(kind, topic, day, began)
    }

    /// Help that a member logged: the same evening, or the day after.
    private mutating func given(_ topic: Topic, _ day: Day, _ began: Date) -> Draft {
        let (team, member) = teamAndMember()
        let outcome = outcome(topic, solved: 80, unsolved: 13, referred: 7, left: 0, unknown: 0)
        let late = chance(0.25) ? 86_400.0 : 0
        let logged = min(began.addingTimeInterval(.random(in: 600...10_800, using: &generator) + late), endOfYear)
        let session = DemoSession(
            kind: .given, team: team.code, member: member, guide: topic.guide.id, revision: nil, channel: channel(), openedAt: logged,
            closedAt: logged,
            day: day, outcome: outcome, people: group(), furthest: nil, stuck: nil, place: chance(0.6) ? text(.places) : nil,
            difficulty: chance(outcome == .solved ? 0.08 : 0.75) ? text(.difficulties) : nil)
        return Draft(session: session, handOver: nil)
    }

    /// Help with the bot: a citizen alone, a member who asked for one, or a member who took over.
    private mutating func walked(_ kind: HelpSession.Kind, _ topic: Topic, _ day: Day, _ began: Date) -> Draft {
        let helper = kind == .alone ? nil : teamAndMember()
        // Some citizens came with their team's code.
        let team = kind == .alone ? (chance(0.3) ? teams[teamChoice.draw(using: &generator)].code : nil) : helper?.team.code
        let outcome =
            switch kind {
            case .alone: outcome(topic, solved: 55, unsolved: 8, referred: 0, left: 30, unknown: 7)
            case .relayed: outcome(topic, solved: 72, unsolved: 12, referred: 6, left: 0, unknown: 10)
            case .given, .handover: outcome(topic, solved: 68, unsolved: 15, referred: 12, left: 0, unknown: 5)
            }
        let steps = topic.guide.steps
        let reached = outcome == .solved ? steps.count - 1 : chance(0.6) ? topic.hardStep : Int.random(in: steps.indices, using: &generator)
        let isStuck = kind == .handover || (outcome == .solved ? chance(0.12 * topic.hardness) && topic.hardStep <= reached : chance(0.7))
        let stuckAt = steps[min(topic.hardStep, reached)]
        let stuck = isStuck ? DemoSession.Stuck(step: stuckAt.id, trouble: trouble(of: stuckAt)) : nil
        // Some of the last day are not closed yet.
        let isOpen = kind == .relayed && day == today.adding(days: -1) && chance(0.2)
        let length = Double(reached + 1) * .random(in: 40...200, using: &generator) + (kind == .handover ? 900 : 0)
        let session = DemoSession(
            kind: kind, team: team, member: helper?.member, guide: topic.guide.id, revision: topic.guide.revision, channel: channel(),
            openedAt: began, closedAt: isOpen ? nil : min(began.addingTimeInterval(length), endOfYear), day: day, outcome: isOpen ? nil : outcome,
            people: kind == .relayed && chance(0.1) ? 2 : 1, furthest: steps[reached].id, stuck: stuck, place: nil,
            difficulty: kind != .alone && outcome != .solved && chance(0.4) ? text(.difficulties) : nil)
        return Draft(session: session, handOver: helper.flatMap { kind == .handover ? handOver(of: session, topic, $0) : nil })
    }

    private mutating func outcome(
        _ topic: Topic, solved: Double, unsolved: Double, referred: Double, left: Double, unknown: Double
    ) -> HelpSession.Outcome {
        let outcomes: [HelpSession.Outcome] = [.solved, .unsolved, .referred, .left, .unknown]
        let weights = [solved, unsolved * topic.hardness, referred * topic.hardness, left * topic.hardness, unknown]
        return outcomes[WeightedChoice(weights).draw(using: &generator)]
    }

    private mutating func teamAndMember() -> (team: Team, member: String) {
        let team = teams[teamChoice.draw(using: &generator)]
        let people = members[team.code] ?? []
        // The leader is the busiest, and the last ones on the list hardly do a thing.
        let member = WeightedChoice(people.indices.map { 1 / Double($0 + 1) }).draw(using: &generator)
        return (team, people[member])
    }

    private mutating func group() -> Int {
        switch Int.random(in: 0..<100, using: &generator) {
        case ..<52: 1
        case ..<86: Int.random(in: 2...5, using: &generator)
        case ..<97: Int.random(in: 6...15, using: &generator)
        default: Int.random(in: 16...40, using: &generator)
        }
    }

    private mutating func trouble(of step: Step) -> Int? {
        step.troubles.isEmpty || chance(0.3) ? nil : Int.random(in: step.troubles.indices, using: &generator)
    }

    // MARK: Hand-overs and questions

    private mutating func handOver(of session: DemoSession, _ topic: Topic, _ helper: (team: Team, member: String)) -> DemoHandOver {
        let opened = session.openedAt.addingTimeInterval(-.random(in: 60...1_800, using: &generator))
        return DemoHandOver(
            team: helper.team.code, state: .closed, rung: chance(0.8) ? .members : .leaders, guide: topic.guide.id, step: session.stuck?.step,
            question: topic.guide.title, channel: session.channel, openedAt: opened, member: helper.member, claimedAt: session.openedAt,
            closedAt: session.closedAt, outcome: session.outcome, session: nil)
    }

    /// Nobody has claimed these yet: they are of the last evening.
    mutating func openHandOvers(_ count: Int) -> [DemoHandOver] {
        (0..<count).map { _ in
            let topic = topics[topicsOfMonth[today.month - 1].draw(using: &generator)]
            let team = teams[teamChoice.draw(using: &generator)]
            return DemoHandOver(
                team: team.code, state: .open, rung: .members, guide: topic.guide.id, step: topic.guide.steps[topic.hardStep].id,
                question: topic.guide.title, channel: channel(), openedAt: endOfYear.addingTimeInterval(-.random(in: 60...14_400, using: &generator)),
                member: nil, claimedAt: nil, closedAt: nil, outcome: nil, session: nil)
        }
    }

    /// - Returns: nil where no questions are written.
    mutating func question() -> DemoQuestion? {
        let all = texts[.questions]
        guard !all.isEmpty else { return nil }
        // Some are asked over and over.
        let text = all[WeightedChoice(all.indices.map { 1 / Double($0 + 2) }).draw(using: &generator)]
        let day = calendar.day(using: &generator)
        return DemoQuestion(
            text: chance(0.4) ? Folding.fold(text) : text, channel: channel(),
            at: DemoCalendar.time(of: day, byMember: false, using: &generator), day: day)
    }

    // MARK: Draws

    /// The last moment of the day before today, in Vietnam.
    private var endOfYear: Date {
        Date(timeIntervalSince1970: Double(today.number * 86_400 - 7 * 3600 - 1))
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }

    private mutating func text(_ key: DemoTexts.Key) -> String? {
        texts[key].randomElement(using: &generator)
    }

    private mutating func channel() -> String {
        Self.channels[Self.channelChoice.draw(using: &generator)]
    }
}

extension DemoHandOver {
    func with(session: Int) -> DemoHandOver {
        DemoHandOver(
            team: team, state: state, rung: rung, guide: guide, step: step, question: question, channel: channel, openedAt: openedAt, member: member,
            claimedAt: claimedAt, closedAt: closedAt, outcome: outcome, session: session)
    }
}
