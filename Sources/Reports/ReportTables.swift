import Catalogue
import HelpDesk
import Storage

/// Lays a report out in tables, in the words of `content/pages/report-words.yaml`.
public struct ReportTables {
    private let report: ActivityReport
    private let words: [String: String]

    public init(_ report: ActivityReport, words: [String: String]) {
        self.report = report
        self.words = words
    }

    public var all: [ReportTable] { ReportTable.Kind.allCases.map(table) }

    public func table(_ kind: ReportTable.Kind) -> ReportTable {
        let (columns, rows) = content(of: kind)
        return ReportTable(
            kind: kind, title: word("table.\(kind.rawValue)"), sheet: String(word("sheet.\(kind.rawValue)").prefix(31)),
            note: words["note.\(kind.rawValue)"].map { Template.fill($0, serviceCounts) }, columns: columns, rows: rows)
    }

    /// The name of a team or of the whole.
    public var teamName: String { report.team?.name ?? word("everybody") }

    private func word(_ key: String) -> String { words[key] ?? key }

    private func content(of kind: ReportTable.Kind) -> (columns: [String], rows: [[ReportTable.Cell]]) {
        switch kind {
        case .overview: (columns("item", "value"), overview)
        case .levels: (columns("level", "teams", "members"), levels)
        case .kinds:
            (
                columns("kind", "sessions", "people", "activated") + HelpSession.Outcome.allCases.map { word("outcome.\($0.rawValue)") }
                    + columns("open"),
                report.kinds.map(row)
            )
        case .guides:
            (
                columns("guide") + kindColumns,
                report.guides.map { [.text($0.title ?? word("noGuide"))] + cells(of: $0.kinds) }
            )
        case .below:
            (columns("teamCode", "team") + kindColumns, report.teamsBelow.map { [.text($0.team.code), .text($0.team.name)] + cells(of: $0.kinds) })
        case .services:
            (
                columns("number", "service", "state") + HelpSession.Kind.allCases.map(sessionsColumn),
                report.services.map { service in
                    [.number(service.number), .text(service.title), .text(word("state.\(service.state.rawValue)"))]
                        + HelpSession.Kind.allCases.map { .number(service.kinds[$0]?.sessions ?? 0) }
                }
            )
        case .late:
            (
                columns("month", "kind", "sessions", "people", "activated"),
                report.late.map { [.text(month($0.month)), .text(word("kind.\($0.kind.rawValue)"))] + cells(of: $0.sum) }
            )
        case .handOvers:
            (
                columns("item", "value"),
                items(
                    [
                        ("opened", report.handOvers.opened), ("closed", report.handOvers.closed), ("solved", report.handOvers.solved),
                        ("climbed", report.handOvers.climbed),
                    ], of: "handOvers")
            )
        case .questions:
            (
                columns("item", "value"),
                items(
                    [("asked", report.questions.asked), ("unclear", report.questions.unclear), ("unanswered", report.questions.unanswered)],
                    of: "questions")
            )
        case .difficulties:
            (columns("difficulty", "times", "lastDay"), report.difficulties.map { [.text($0.text), .number($0.times), .day($0.lastDay.day)] })
        case .texts:
            (columns("field", "text"), ReportField.allCases.map { [.text(word("field.\($0.rawValue)")), .text(report.texts[$0.rawValue] ?? "")] })
        case .members:
            (
                columns("memberCode", "member", "teamCode") + kindColumns,
                report.memberRows.map { [.text($0.code), .text($0.name), .text($0.team)] + cells(of: $0.kinds) }
            )
        }
    }

    /// What the note on services counts.
    private var serviceCounts: [String: String] {
        let counted = report.services.filter { $0.state != .uncountable }
        return ["unused": String(counted.count { $0.state == .unused }), "counted": String(counted.count)]
    }

    private var overview: [[ReportTable.Cell]] {
        [
            [.text(word("team")), .text(teamName)], [.text(word("from")), .day(report.period.from)], [.text(word("to")), .day(report.period.to)],
            [.text(word("made")), .day(report.made.day)],
            [.text(word("closedMonth")), .text(report.closedMonth.map(month) ?? word("noClosedMonth"))],
        ]
    }

    private var levels: [[ReportTable.Cell]] {
        report.levels.map { level in
            [.text(Template.fill(word("levelName"), ["number": String(level.level)])), .number(level.teams), .number(level.members)]
        } + [[.text(word("total")), .number(report.levels.reduce(0) { $0 + $1.teams }), .number(report.members)]]
    }

    private func row(_ row: ActivityReport.KindRow) -> [ReportTable.Cell] {
        [.text(word("kind.\(row.kind.rawValue)"))] + cells(of: row.sum) + HelpSession.Outcome.allCases.map { .number(row.outcomes[$0] ?? 0) }
            + [.number(row.open)]
    }

    /// Sessions and people of each kind, and accounts activated in those that members logged.
    private var kindColumns: [String] {
        HelpSession.Kind.allCases.flatMap { kind in
            [sessionsColumn(kind), Template.fill(word("peopleOf"), ["kind": word("short.\(kind.rawValue)")])]
        } + columns("activated")
    }

    private func sessionsColumn(_ kind: HelpSession.Kind) -> String {
        Template.fill(word("sessionsOf"), ["kind": word("short.\(kind.rawValue)")])
    }

    private func cells(of kinds: ActivityReport.Kinds) -> [ReportTable.Cell] {
        HelpSession.Kind.allCases.flatMap { kind -> [ReportTable.Cell] in
            [.number(kinds[kind]?.sessions ?? 0), .number(kinds[kind]?.people ?? 0)]
        } + [.number(kinds.values.reduce(0) { $0 + $1.activated })]
    }

    private func cells(of sum: Activity.Sum) -> [ReportTable.Cell] {
        [.number(sum.sessions), .number(sum.people), .number(sum.activated)]
    }

    private func items(_ items: [(key: String, value: Int)], of table: String) -> [[ReportTable.Cell]] {
        items.map { [.text(word("\(table).\($0.key)")), .number($0.value)] }
    }

    private func columns(_ keys: String...) -> [String] { keys.map { word("column.\($0)") } }

    /// `2026-11` as people write it.
    private func month(_ month: String) -> String {
        let parts = month.split(separator: "-")
        return parts.count == 2 ? "\(Int(parts[1]) ?? 0)/\(parts[0])" : month
    }
}
