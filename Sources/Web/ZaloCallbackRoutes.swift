import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Mustache
import Service

/// `GET /zalo-oa/callback`: where Zalo leads the admin of an Official Account back to, with a code that is good once.
///
/// Only whoever opened the page that `tungngo channels authorize zalo-oa` printed has the state that belongs to it: without it nothing happens.
struct ZaloCallbackRoutes: Sendable {
    let authorize: (@Sendable (_ code: String, _ state: String) async throws -> Void)?
    let catalogue: CatalogueInService
    let pages: MustacheLibrary
    let assets: Assets
    let logger: Logger

    func addRoutes(to router: Router<WebContext>) {
        guard let authorize else { return }
        router.get("\(Site.zaloCallback)") { request, _ in
            let query = request.uri.queryParameters
            guard let code = query["code"], let state = query["state"] else { return try page(isConnected: false, status: .badRequest) }
            do {
                try await authorize(String(code), String(state))
            } catch {
                logger.error("a Zalo Official Account could not be authorised", metadata: ["reason": "\(error)"])
                return try page(isConnected: false, status: .badRequest)
            }
            logger.notice("a Zalo Official Account is authorised")
            return try page(isConnected: true, status: .ok)
        }
    }

    private func page(isConnected: Bool, status: HTTPResponse.Status) throws -> Response {
        let page = ZaloCallbackPage(isConnected: isConnected, catalogue: catalogue.current.catalogue, assets: assets)
        return PageResponse.passing(try PageResponse.render(page, "zalo-oa", in: pages), status: status)
    }
}
