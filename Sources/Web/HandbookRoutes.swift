import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import Mustache
import Service
import Vietnamese

/// The handbook: all guides by group, each on a page of its own, and a search that understands as the bot does.
struct HandbookRoutes: Sendable {
    let catalogue: CatalogueInService
    let pages: MustacheLibrary
    let assets: Assets
    let publicURL: URL?
    let now: @Sendable () -> Date

    private static let mostFound = 5

    private struct Form: Decodable {
        let text: String?
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.handbook)", use: showAll)
        router.post("\(Site.handbook)", use: search)
        router.get("\(Site.handbook)/:guide", use: showGuide)
        router.get("\(Site.embed)", use: showEmbed)
        router.get("\(Site.embedding)", use: showEmbedding)
        router.get("\(Site.sitemap)", use: sitemap)
        router.get("\(Site.robots)", use: robots)
    }

    @Sendable private func showAll(_ request: Request, _ context: WebContext) throws -> Response {
        let page = HandbookPage(catalogue.current.catalogue, assets: assets, publicURL: publicURL)
        return PageResponse.shared(try PageResponse.render(page, "handbook", in: pages), to: request)
    }

    /// By POST and answered in place: what people type stands in no address, no log and no history.
    @Sendable private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await URLEncodedFormDecoder().decode(Form.self, from: request, context: context)
        let question = MaskedText(masking: String((form.text ?? "").prefix(500))).text
        guard !question.allSatisfy(\.isWhitespace) else { return Response(status: .seeOther, headers: [.location: Site.handbook]) }
        let current = catalogue.current
        let understanding = current.matcher.understand(question, explaining: false)
        var guides: [Guide] = []
        for guide in understanding.matches.compactMap({ $0.guide.flatMap(current.catalogue.guide) }) where !guides.contains(guide) {
            guides.append(guide)
        }
        let finding = HandbookPage.Finding(
            question: question, isClear: understanding.decision == .answer, isUnclear: understanding.decision == .unknown,
            guides: guides.prefix(Self.mostFound).map(HandbookPage.Entry.init))
        let page = HandbookPage(current.catalogue, finding: finding, assets: assets, publicURL: publicURL)
        return PageResponse.passing(try PageResponse.render(page, "handbook", in: pages))
    }

    @Sendable private func showGuide(_ request: Request, _ context: WebContext) throws -> Response {
        let current = catalogue.current.catalogue
        guard let guide = current.guide(try context.parameters.require("guide")) else { throw HTTPError(.notFound) }
        let page = GuidePage(guide, catalogue: current, assets: assets, publicURL: publicURL, today: Day(inVietnam: now()))
        return PageResponse.shared(try PageResponse.render(page, "guide", in: pages), to: request)
    }

    /// The one page that may stand in a frame of another site.
    @Sendable private func showEmbed(_ request: Request, _ context: WebContext) throws -> Response {
        let page = EmbedPage(catalogue.current.catalogue, style: "embed.css", path: Site.embed, assets: assets, publicURL: publicURL)
        var response = PageResponse.shared(try PageResponse.render(page, "embed", in: pages), to: request)
        response.headers[.contentSecurityPolicy] = SecurityHeaders.policy(framedBy: "*")
        return response
    }

    @Sendable private func showEmbedding(_ request: Request, _ context: WebContext) throws -> Response {
        let page = EmbedPage(catalogue.current.catalogue, style: "handbook.css", path: Site.embedding, assets: assets, publicURL: publicURL)
        return PageResponse.shared(try PageResponse.render(page, "embedding", in: pages), to: request)
    }

    /// Whole addresses only: there is none while ours is not known.
    @Sendable private func sitemap(_ request: Request, _ context: WebContext) throws -> Response {
        guard let root = publicURL?.root else { throw HTTPError(.notFound) }
        let guides = catalogue.current.catalogue.guides
        let newest = guides.map(\.checked).max().map { "<lastmod>\($0)</lastmod>" } ?? ""
        let entries =
            ["<url><loc>\(root)\(Site.handbook)</loc>\(newest)</url>"]
            + guides.map { "<url><loc>\(root)\(Site.guide($0.id))</loc><lastmod>\($0.checked)</lastmod></url>" }
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries.joined(separator: "\n"))
            </urlset>

            """
        return PageResponse.shared(text, type: "application/xml; charset=utf-8", to: request)
    }

    @Sendable private func robots(_ request: Request, _ context: WebContext) -> Response {
        let map = publicURL.map { "Sitemap: \($0.root)\(Site.sitemap)\n" } ?? ""
        let text = "User-agent: *\nDisallow: \(Site.chat)\nDisallow: \(Site.team)/\nDisallow: /quan-ly/\n" + map
        return PageResponse.shared(text, type: "text/plain; charset=utf-8", to: request)
    }
}
