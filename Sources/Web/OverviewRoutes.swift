import Catalogue
import Foundation
import HelpDesk
import Hummingbird
import Storage

/// `/quan-ly`: the figures of what the member may see.
struct OverviewRoutes: Sendable {
    let gate: StaffGate

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.manage)", use: show)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        let overviews = gate.store.overviews
        let member = visit.member
        let scope = visit.scope
        let today = Day(inVietnam: visit.at)
        let figures = OverviewPage.Figures(
            tallies: try await overviews.tallies(from: Span.day(visit.at, back: OverviewPage.days), to: today, for: member),
            handOvers: scope.isWide ? try await overviews.handOvers(for: member, at: visit.at) : nil,
            unanswered: scope.isCoordinator ? try await overviews.unanswered(from: Span.month(at: visit.at).from, to: today, for: member) : nil,
            activity: scope.isWide ? try await overviews.activity(for: member) : [])
        let page = OverviewPage(
            figures, page: gate.frame(visit, "overview.title", at: Site.manage), words: gate.words, scope: scope, at: visit.at)
        return try gate.show(page, "manage-overview")
    }
}
