import Channels
import Foundation
import Hummingbird
import Service
import Storage

/// The cookie that tells one visitor of the chat page from another: a random token for one visit, nothing about the person.
struct VisitorCookie: Sendable {
    /// Whether people reach us by https; only then a browser keeps a `__Host-` cookie.
    let isSecure: Bool

    private var name: String { isSecure ? "__Host-tungngo" : "tungngo" }

    /// The visitor of a request; somebody new where there is no cookie or the visit has been idle for too long.
    func visitor(of request: Request, in store: Store, at now: Date) async throws -> Visitor {
        if let token = request.cookies[name]?.value, let visitor = Visitor(token: token) {
            guard let last = try await store.lastSeen(visitor.address), now.timeIntervalSince(last) > Visitor.idleLimit else { return visitor }
        }
        var generator = SystemRandomNumberGenerator()
        return Visitor(using: &generator)
    }

    func set(_ visitor: Visitor, on response: inout Response) {
        response.setCookie(Cookie(name: name, value: visitor.token, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }

    func clear(on response: inout Response) {
        response.setCookie(Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }
}
