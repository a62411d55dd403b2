import Catalogue
import HTTPTypes
import HelpDesk
import Hummingbird
import Storage

/// Of whom and when a report is, within what a member may see: a coordinator chooses a team or one below it, a leader the own team
/// (without those below it), and whoever coordinates every team all of them together.
struct ReportChoice {
    /// In the order of the tree.
    let teams: [Team]
    /// nil for the whole organisation.
    let team: Team?
    let span: ReportSpan
    /// Whether the team reports without those below it.
    let isAlone: Bool
    let mayReportAll: Bool

    /// - Parameters:
    ///   - all: every team there is.
    ///   - value: a field of the address or of the form.
    /// - Throws: 403 where the member may report for no team, 404 where not for the one that is asked for.
    init(all: [Team], scope: Scope, today: Day, _ value: (String) -> String?) throws(HTTPError) {
        guard scope.isWide else { throw HTTPError(.forbidden) }
        let code = value("to")
        teams = all.filter { scope.teams.contains($0.code) }
        mayReportAll = scope.seesStrays && teams.count == all.count
        if let code, !code.isEmpty {
            guard let team = teams.first(where: { $0.code == code }) else { throw HTTPError(.notFound) }
            self.team = team
        } else if mayReportAll {
            team = nil
        } else {
            guard let team = teams.first(where: { scope.tops.contains($0.code) }) ?? teams.first else { throw HTTPError(.notFound) }
            self.team = team
        }
        isAlone = team.map { !scope.coordinates(team: $0.code) } ?? false
        guard let span = Self.span(today: today, value) else { throw HTTPError(.badRequest) }
        self.span = span
    }

    /// - Returns: the present month where nothing is asked for; nil where it cannot be read.
    static func span(today: Day, _ value: (String) -> String?) -> ReportSpan? {
        if let name = value("ky"), !name.isEmpty { return ReportSpan(name) }
        guard let from = value("tu"), let to = value("den"), !from.isEmpty || !to.isEmpty else { return ReportSpan(.month, of: today) }
        return ReportSpan(from: Day(from), to: Day(to))
    }

    /// What names it in an address or a form.
    var fields: [(String, String)] { [("to", team?.code ?? "")] + span.fields }
}
