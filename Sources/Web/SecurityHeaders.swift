import HTTPTypes
import Hummingbird

/// The headers that every answer carries: no script or style but our own files, no frame (but where a page says otherwise), no sniffing, no referrer, and no
/// copy of a conversation in any cache.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebContext

    /// Whether people reach us by https: then browsers are told never to try anything else for a year (ASVS 3.4.1).
    let isSecure: Bool

    /// - Parameter ancestors: whose pages may show ours in a frame.
    static func policy(framedBy ancestors: String) -> String {
        """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
        base-uri 'none'; object-src 'none'; frame-ancestors \(ancestors)
        """
    }

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = Self.policy(framedBy: "'none'")
            if let name = HTTPField.Name("X-Frame-Options") { response.headers[name] = "DENY" }
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
