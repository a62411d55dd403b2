import Catalogue
import Channels
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Mustache
import Service
import Storage

/// `/to/CODE?bai=GUIDE`, the address in a team's QR codes: the team, the guide, the chat; and, by the visitor's own choice and
/// only by POST, the tie between the two.
struct TeamRoutes: Sendable {
    let service: HelpDeskService
    let pages: MustacheLibrary
    let assets: Assets
    let cookie: VisitorCookie
    let now: @Sendable () -> Date

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.team)/:code") { try await show($0, $1, isBound: false) }
        router.post("\(Site.team)/:code", use: bind)
    }

    private func show(_ request: Request, _ context: WebContext, isBound: Bool) async throws -> Response {
        let current = service.catalogue.current.catalogue
        let guide = request.uri.queryParameters["bai"].flatMap { current.guide(String($0)) }
        let page = TeamPage(try await team(context), guide: guide, isBound: isBound, catalogue: current, assets: assets)
        return PageResponse.passing(try PageResponse.render(page, "team", in: pages))
    }

    @Sendable private func bind(_ request: Request, _ context: WebContext) async throws -> Response {
        let team = try await team(context)
        let visitor = try await cookie.visitor(of: request, in: service.store, at: now())
        try await service.store.bind(visitor.address, to: team.code, at: now())
        var response = try await show(request, context, isBound: true)
        cookie.set(visitor, on: &response)
        return response
    }

    private func team(_ context: WebContext) async throws -> Team {
        guard let team = try await service.store.team(try context.parameters.require("code").uppercased()) else { throw HTTPError(.notFound) }
        return team
    }
}
