import Catalogue
import Foundation
import HelpDesk
import Storage

/// The overview: this week and month beside the ones before; its template is `content/pages/manage-overview.mustache`.
struct OverviewPage {
    struct Row {
        let title: String
        let cells: [Cell]
    }

    struct Cell {
        let text: String
        /// What a narrow screen writes before it.
        let label: String
    }

    struct Table {
        let caption: String
        let columns: [String]
        let rows: [Row]
    }

    struct Count {
        let text: String
        let address: String
        let isAlarm: Bool
    }

    struct Quiet {
        let name: String
        let last: String
    }

    let page: ManageFrame
    let words: [String: String]
    let lead: String
    let counts: [Count]
    let tables: [Table]
    let charts: [BarChart]
    let weeks: Table
    let hasTeams: Bool
    let active: String
    let hasQuiet: Bool
    let quiet: [Quiet]

    /// A team is quiet after so many days without an entry.
    static let quietDays = 14
    private static let chartWeeks = 8
    /// So many days are read: the weeks of the chart and the month before.
    static let days = 63

    /// What the page is made from.
    struct Figures {
        let tallies: [DayTally]
        /// nil where the member is not shown any.
        let handOvers: (open: Int, claimed: Int, overdue: Int)?
        let unanswered: Int?
        let activity: [TeamActivity]
    }

    init(_ figures: Figures, page: ManageFrame, words: ManageWords, scope: Scope, at date: Date) {
        self.page = page
        self.words = words.all
        lead = words[scope.isWide ? (scope.isCoordinator ? "overview.leadCoordinator" : "overview.leadLeader") : "overview.leadMember"]
        counts = Self.counts(figures, words)
        let columns = [Span.week(at: date), .weekBefore(at: date), .month(at: date), .monthBefore(at: date)]
        let titles = ["week", "weekBefore", "month", "monthBefore"].enumerated().map {
            words["overview." + $1, ["days": columns[$0].written]]
        }
        func table(_ caption: String, _ rows: [(title: String, matches: (DayTally) -> Bool, sum: (DayTally) -> Int)]) -> Table {
            Table(
                caption: words[caption], columns: titles,
                rows: rows.map { row in
                    Row(
                        title: row.title,
                        cells: zip(columns, titles).map { span, title in
                            let sum = figures.tallies.reduce(0) { $0 + (span.contains($1.day) && row.matches($1) ? row.sum($1) : 0) }
                            return Cell(text: ManageWords.number(sum), label: title)
                        })
                })
        }
        let kinds = HelpSession.Kind.allCases.filter { scope.isWide || $0 != .alone }
        let outcomes: [HelpSession.Outcome?] = HelpSession.Outcome.allCases + [nil]
        tables = [
            table("overview.kinds", kinds.map { kind in (words.kind(kind), { $0.kind == kind }, \.sessions) }),
            table("overview.people", kinds.map { kind in (words.kind(kind), { $0.kind == kind }, \.people) }),
            table(
                "overview.outcomes", outcomes.map { outcome in (words.outcome(outcome), { $0.kind != .alone && $0.outcome == outcome }, \.sessions) }),
        ]
        let spans = Span.weeks(Self.chartWeeks, at: date)
        func sum(_ kind: HelpSession.Kind, _ span: Span) -> Int {
            figures.tallies.reduce(0) { $0 + ($1.kind == kind && span.contains($1.day) ? $1.sessions : 0) }
        }
        charts = kinds.map { kind in BarChart(title: words.kind(kind), figures: spans.map { ($0.from.short, sum(kind, $0)) }) }
        weeks = Table(
            caption: words["overview.weeks"], columns: kinds.map(words.kind),
            rows: spans.map { span in
                Row(title: span.written, cells: kinds.map { Cell(text: ManageWords.number(sum($0, span)), label: words.kind($0)) })
            })
        let since = Span.day(date, back: Self.quietDays)
        let quiet = figures.activity.filter { ($0.lastDay ?? .distantPast) <= since }
        hasTeams = !figures.activity.isEmpty
        hasQuiet = !quiet.isEmpty
        active =
            words[
                "overview.active",
                [
                    "active": String(figures.activity.count - quiet.count), "all": String(figures.activity.count), "days": String(Self.quietDays),
                ]]
        self.quiet = quiet.map { team in
            Quiet(name: team.name, last: team.lastDay.map { words["overview.lastDay", ["day": $0.written]] } ?? words["overview.never"])
        }
    }

    private static func counts(_ figures: Figures, _ words: ManageWords) -> [Count] {
        var counts: [Count] = []
        if let handOvers = figures.handOvers {
            counts.append(
                Count(
                    text: words["overview.open", ["open": String(handOvers.open), "claimed": String(handOvers.claimed)]], address: Site.handOvers,
                    isAlarm: false))
            if handOvers.overdue > 0 {
                counts.append(Count(text: words["overview.overdue", ["count": String(handOvers.overdue)]], address: Site.handOvers, isAlarm: true))
            }
        }
        if let unanswered = figures.unanswered {
            counts.append(
                Count(text: words["overview.unanswered", ["count": ManageWords.number(unanswered)]], address: Site.questions, isAlarm: false))
        }
        return counts
    }
}
