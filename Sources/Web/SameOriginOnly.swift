import HTTPTypes
import Hummingbird

/// Refuses a form or script of another site (ASVS 3.5.1): a browser says where a request comes from.
struct SameOriginOnly: RouterMiddleware {
    typealias Context = WebContext

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            guard site == "same-origin" || site == "none" else { throw HTTPError(.forbidden) }
        } else if let origin = request.headers[.origin], let host = request.head.authority {
            guard origin == "https://" + host || origin == "http://" + host else { throw HTTPError(.forbidden) }
        }
        return try await next(request, context)
    }
}
