import Catalogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Mustache
import Service

/// Leaflets and posters as pages to print; `?to=CODE` puts a team's name and contact on them.
struct LeafletRoutes: Sendable {
    let catalogue: CatalogueInService
    let pages: MustacheLibrary
    let assets: Assets
    let publicURL: URL?
    /// The team with a code.
    let team: @Sendable (String) async throws -> Contact?

    private struct Unprintable {
        let frame: PageFrame
        let words: [String: String]
        let handbook: String
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.handbook)/:guide/\(Site.leaflet)") { try await show(.leaflet, $0, $1) }
        router.get("\(Site.handbook)/:guide/\(Site.poster)") { try await show(.poster, $0, $1) }
    }

    private func show(_ kind: LeafletPage.Kind, _ request: Request, _ context: WebContext) async throws -> Response {
        let current = catalogue.current.catalogue
        guard let guide = current.guide(try context.parameters.require("guide")) else { throw HTTPError(.notFound) }
        guard let publicURL else { return try refuse(current) }
        var team: (code: String, contact: Contact)?
        if let code = request.uri.queryParameters["to"].map(String.init), !code.isEmpty {
            guard let contact = try await self.team(code) else { throw HTTPError(.notFound) }
            team = (code, contact)
        }
        guard let page = LeafletPage(guide, as: kind, team: team, catalogue: current, assets: assets, publicURL: publicURL) else {
            throw HTTPError(.internalServerError)
        }
        return PageResponse.shared(try PageResponse.render(page, kind.rawValue, in: pages), to: request)
    }

    /// A sheet without an address leads nobody anywhere, and cannot be called back once it is printed.
    private func refuse(_ catalogue: Catalogue) throws -> Response {
        let words = catalogue.pages["leaflet"] ?? [:]
        let frame = PageFrame(
            title: words["refusedTitle"] ?? "", description: "", styles: ["base.css", "handbook.css"], scripts: ["base.js"], assets: assets,
            publicURL: nil)
        let page = Unprintable(frame: frame, words: words, handbook: Site.handbook)
        return PageResponse.passing(try PageResponse.render(page, "unprintable", in: pages), status: .serviceUnavailable)
    }
}
