import Catalogue
import HelpDesk
import Reports
import Storage

/// The report of a team and a period on a screen: what is chosen, its chief figures, what is taken away, what a person writes; its
/// template is `content/pages/manage-report.mustache`.
struct ReportOverviewPage {
    struct Option {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct OptionGroup {
        let label: String
        let options: [Option]
    }

    struct Field {
        let name: String
        let value: String
    }

    struct TextField {
        let key: String
        let heading: String
        let text: String
        let hint: String
    }

    struct Link {
        let title: String
        let address: String
        let figure: String
    }

    let page: ManageFrame
    let words: [String: String]
    let here = Site.report
    let fileAddress = Site.reportFile
    let textsAddress = Site.reportTexts
    let teamOptions: [Option]
    let spanGroups: [OptionGroup]
    let from: String
    let to: String
    let isOfDays: Bool
    let heading: String
    /// Which months no longer move.
    let closing: String
    let alone: String
    let isAlone: Bool
    let tables: [OverviewPage.Table]
    let services: String
    let hasUnused: Bool
    let unused: [String]
    let uncountable: String
    let fields: [Field]
    let sheetAddress: String
    let sheetWithMembersAddress: String
    let isKept: Bool
    let texts: [TextField]
    let hasBelow: Bool
    let below: [Link]

    private static let (months, quarters, years) = (15, 8, 4)

    /// - Parameter isKept: whether what a person wrote was kept just now.
    init(_ report: ActivityReport, _ choice: ReportChoice, isKept: Bool, page: ManageFrame, words: ManageWords, today: Day) {
        self.page = page
        self.words = words.all
        self.isKept = isKept
        let everybody = words["reports.everybody"]
        teamOptions =
            (choice.mayReportAll ? [Option(value: "", title: everybody, isChosen: choice.team == nil)] : [])
            + TeamTree.options(choice.teams).map { Option(value: $0.value.attribute, title: $0.title, isChosen: $0.value == choice.team?.code) }
        let span = choice.span
        spanGroups = [(ReportSpan.Unit.month, Self.months), (.quarter, Self.quarters), (.year, Self.years)].map { unit, count in
            var spans = ReportSpan.latest(count, unit, at: today)
            // An older one that was asked for by its address stays chosen.
            if span.unit == unit, !spans.contains(where: { $0.name == span.name }) { spans.append(span) }
            return OptionGroup(
                label: words["reports.unit." + unit.rawValue],
                options: spans.map { Option(value: $0.name, title: $0.title(words), isChosen: $0.name == span.name) })
        }
        isOfDays = span.unit == .days
        from = span.period.from.description
        to = span.period.to.description
        heading = words["reports.heading", ["team": choice.team?.name ?? everybody, "span": span.title(words)]]
        closing = Self.closing(report, words)
        isAlone = choice.isAlone
        alone = words["reports.alone"]
        tables = Self.tables(report, words)
        let counted = report.services.filter { $0.state != .uncountable }
        let unused = counted.filter { $0.state == .unused }
        services = words["reports.services", ["unused": String(unused.count), "counted": String(counted.count)]]
        hasUnused = !unused.isEmpty
        self.unused = unused.map(\.title)
        let rest = report.services.count - counted.count
        uncountable = rest == 0 ? "" : words["reports.uncountable", ["count": String(rest)]]
        fields = choice.fields.map { Field(name: $0.0, value: $0.1.attribute) }
        sheetAddress = LogQuery.address(Site.reportSheet, choice.fields)
        sheetWithMembersAddress = LogQuery.address(Site.reportSheet, choice.fields + [("phu-luc", "1")])
        texts = ReportField.allCases.map { field in
            TextField(
                key: field.rawValue, heading: words["reports.field." + field.rawValue], text: report.texts[field.rawValue] ?? "",
                hint: words["reports.hint." + field.rawValue])
        }
        hasBelow = !report.teamsBelow.isEmpty
        below = report.teamsBelow.map { row in
            Link(
                title: row.team.name, address: LogQuery.address(Site.report, [("to", row.team.code)] + span.fields),
                figure: words["reports.below", ["sessions": ManageWords.number(row.kinds[.given]?.sessions ?? 0)]])
        }
    }

    private static func closing(_ report: ActivityReport, _ words: ManageWords) -> String {
        guard let closed = report.closedMonth.flatMap({ Day("\($0)-01") }) else { return words["reports.noneClosed"] }
        let values = ["month": "\(closed.month)/\(closed.year)"]
        let after = ReportSpan(.month, of: closed)?.period.to ?? closed
        if report.period.to <= after { return words["reports.closed", values] }
        return words[report.period.from > after ? "reports.open" : "reports.partlyClosed", values]
    }

    private static func tables(_ report: ActivityReport, _ words: ManageWords) -> [OverviewPage.Table] {
        func table(_ caption: String, _ columns: [String], _ rows: [(title: String, figures: [Int])]) -> OverviewPage.Table {
            let titles = columns.map { words["reports.column." + $0] }
            return OverviewPage.Table(
                caption: words[caption], columns: titles,
                rows: rows.map { row in
                    OverviewPage.Row(
                        title: row.title, cells: zip(row.figures, titles).map { OverviewPage.Cell(text: ManageWords.number($0), label: $1) })
                })
        }
        func figures(_ sum: Activity.Sum) -> [Int] { [sum.sessions, sum.people, sum.activated] }
        let kinds = table(
            "reports.kinds", ["sessions", "people", "activated", "solved"],
            report.kinds.map { (words.kind($0.kind), figures($0.sum) + [$0.outcomes[.solved] ?? 0]) })
        let late = table(
            "reports.late", ["sessions", "people", "activated"],
            report.late.map { row in
                let month = Day("\(row.month)-01").map { "\($0.month)/\($0.year)" } ?? row.month
                return (words["reports.lateRow", ["month": month, "kind": words.kind(row.kind)]], figures(row.sum))
            })
        return report.late.isEmpty ? [kinds] : [kinds, late]
    }
}
