import HelpDesk
import Hummingbird

/// The cookie of somebody who signed in to the coordinators' pages: a random token, nothing about the person. It goes with the
/// browser's session; how long it opens anything, the database decides.
struct StaffCookie: Sendable {
    /// Whether people reach us by https; only then a browser keeps a `__Host-` cookie.
    let isSecure: Bool

    private var name: String { isSecure ? "__Host-tungngo-quan-ly" : "tungngo-quan-ly" }

    func token(of request: Request) -> SecretToken? {
        (request.cookies[name]?.value).flatMap { SecretToken($0) }
    }

    func set(_ token: SecretToken, on response: inout Response) {
        response.setCookie(Cookie(name: name, value: token.text, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }

    func clear(on response: inout Response) {
        response.setCookie(Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }
}
