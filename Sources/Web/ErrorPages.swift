import Foundation
import HTTPTypes
import Hummingbird
import Mustache
import Service

/// Tells a person in a browser what went wrong and where to go from there; programs get a bare status as before.
struct ErrorPages: RouterMiddleware {
    typealias Context = WebContext

    let catalogue: CatalogueInService
    let pages: MustacheLibrary
    let assets: Assets

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status.code >= 400 && error.body == nil && Self.isByPerson(request) {
            let page = ErrorPage(error.status, path: request.uri.path, catalogue: catalogue.current.catalogue, assets: assets)
            var response = PageResponse.passing(try PageResponse.render(page, "error", in: pages), status: error.status)
            for field in error.headers { response.headers[field.name] = field.value }
            return response
        }
    }

    /// Only a browser that opens a page says that it wants to read one; scripts and platforms do not.
    private static func isByPerson(_ request: Request) -> Bool {
        request.headers[.accept]?.contains("text/html") == true
    }
}
