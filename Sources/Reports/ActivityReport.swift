public import Catalogue
public import HelpDesk
public import Storage

/// The activity report of a team and all below it, or of the whole organisation, over a period; its forms only lay it out.
///
/// Kinds of help are never added up: the same help may be in two of them. People are visits, not persons. In whole months that are
/// closed the figures no longer move; what came later is in ``late``.
public struct ActivityReport: Sendable, Hashable, Encodable {
    public typealias Kinds = [HelpSession.Kind: Activity.Sum]

    public struct TeamName: Sendable, Hashable, Encodable {
        public let code: String
        public let name: String
    }

    public struct KindRow: Sendable, Hashable, Encodable {
        public let kind: HelpSession.Kind
        public let sum: Activity.Sum
        /// Sessions by how they ended.
        public let outcomes: [HelpSession.Outcome: Int]
        /// Sessions that go on.
        public let open: Int
    }

    public struct GuideRow: Sendable, Hashable, Encodable {
        /// nil where no guide was about it.
        public let guide: String?
        public let title: String?
        public let kinds: Kinds
    }

    /// A team right below, with all below it.
    public struct TeamRow: Sendable, Hashable, Encodable {
        public let team: TeamName
        public let kinds: Kinds
    }

    public struct MemberRow: Sendable, Hashable, Encodable {
        public let code: String
        public let name: String
        public let team: String
        public let kinds: Kinds
    }

    public struct ServiceRow: Sendable, Hashable, Encodable {
        public enum State: String, Sendable, Hashable, Encodable {
            case helped, unused
            /// There is no guide by which it could be counted.
            case uncountable
        }

        public let number: Int
        public let title: String
        public let state: State
        public let kinds: Kinds
    }

    public struct LateRow: Sendable, Hashable, Encodable {
        /// `2026-11`
        public let month: String
        public let kind: HelpSession.Kind
        public let sum: Activity.Sum
    }

    public struct DifficultyRow: Sendable, Hashable, Encodable {
        public let text: String
        public let times: Int
        public let lastDay: ReportDay
    }

    /// nil for the whole organisation.
    public let team: TeamName?
    public let period: Period
    public let made: ReportDay
    /// The last month that is closed.
    public let closedMonth: String?
    public let levels: [Activity.Level]
    /// Members of all levels, each once.
    public let members: Int
    public let kinds: [KindRow]
    /// Those with most given sessions first.
    public let guides: [GuideRow]
    public let teamsBelow: [TeamRow]
    public let services: [ServiceRow]
    public let handOvers: Activity.HandOvers
    public let questions: Activity.Questions
    public let difficulties: [DifficultyRow]
    public let late: [LateRow]
    public let memberRows: [MemberRow]
    /// What a person writes into it, by the raw value of its ``ReportField``.
    public let texts: [String: String]

    /// - Parameters:
    ///   - team: nil for the whole organisation.
    ///   - today: printed on it.
    public init(_ activity: Activity, of team: Team?, in period: Period, texts: [ReportField: String], catalogue: Catalogue, today: Day) {
        self.team = team.map { TeamName(code: $0.code, name: $0.name) }
        self.period = period
        made = ReportDay(today)
        closedMonth = activity.closedMonth
        levels = activity.levels
        members = activity.memberTotal
        kinds = HelpSession.Kind.allCases.map { kind in KindRow(kind, of: activity.counts.filter { $0.kind == kind }) }
        var byGuide: [String?: Kinds] = [:]
        for count in activity.counts { byGuide[count.guide, default: [:]].add(count.sum, of: count.kind) }
        guides = byGuide.map { guide, kinds in GuideRow(guide: guide, title: guide.map { catalogue.guide($0)?.title ?? $0 }, kinds: kinds) }
            .sorted { $0.rank < $1.rank }
        teamsBelow = activity.below.reduce(into: []) { rows, count in
            let team = TeamName(code: count.team, name: count.name)
            let others = rows.last?.team == team ? rows.removeLast().kinds : [:]
            rows.append(TeamRow(team: team, kinds: others.adding(count.sum, of: count.kind)))
        }
        services = catalogue.essential.enumerated().map { place, service in
            ServiceRow(
                service, number: place + 1, kinds: service.guides.compactMap { byGuide[$0] }.reduce([:]) { $0.merging($1, uniquingKeysWith: +) })
        }
        handOvers = activity.handOvers
        questions = activity.questions
        difficulties = activity.difficulties.map { DifficultyRow(text: $0.text, times: $0.times, lastDay: ReportDay($0.lastDay)) }
        late = activity.late.map { LateRow(month: $0.month, kind: $0.kind, sum: $0.sum) }
        memberRows = activity.members.reduce(into: []) { rows, count in
            let isSame = rows.last.map { $0.code == count.member && $0.team == count.team } ?? false
            let others = isSame ? rows.removeLast().kinds : [:]
            rows.append(MemberRow(code: count.member, name: count.name, team: count.team, kinds: others.adding(count.sum, of: count.kind)))
        }
        self.texts = Dictionary(uniqueKeysWithValues: texts.map { ($0.rawValue, $1) })
    }
}

extension ActivityReport.KindRow {
    fileprivate init(_ kind: HelpSession.Kind, of counts: [Activity.Count]) {
        self.kind = kind
        sum = counts.reduce(.zero) { $0 + $1.sum }
        open = counts.filter { $0.outcome == nil }.reduce(0) { $0 + $1.sum.sessions }
        outcomes = HelpSession.Outcome.allCases.reduce(into: [:]) { outcomes, outcome in
            outcomes[outcome] = counts.filter { $0.outcome == outcome }.reduce(0) { $0 + $1.sum.sessions }
        }
    }
}

extension ActivityReport.GuideRow {
    /// In the order of the report; what no guide is about comes last.
    fileprivate var rank: (Int, Int, Int, String) {
        let sessions = HelpSession.Kind.allCases.map { -(kinds[$0]?.sessions ?? 0) }
        return (guide == nil ? 1 : 0, -(kinds[.given]?.sessions ?? 0), sessions.min() ?? 0, guide ?? "")
    }
}

extension ActivityReport.ServiceRow {
    fileprivate init(_ service: EssentialService, number: Int, kinds: ActivityReport.Kinds) {
        self.number = number
        title = service.title
        state = service.guides.isEmpty ? .uncountable : kinds.values.contains { $0.sessions > 0 } ? .helped : .unused
        self.kinds = kinds
    }
}

extension ActivityReport.Kinds {
    fileprivate mutating func add(_ sum: Activity.Sum, of kind: HelpSession.Kind?) {
        self = adding(sum, of: kind)
    }

    fileprivate func adding(_ sum: Activity.Sum, of kind: HelpSession.Kind?) -> Self {
        guard let kind else { return self }
        return merging([kind: sum], uniquingKeysWith: +)
    }
}
