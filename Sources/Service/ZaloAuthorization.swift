import Channels
import Foundation

/// Authorising an Official Account: an admin of it says yes on Zalo's page, which leads back with a code, and the code is exchanged for the
/// first pair of tokens.
extension ZaloTokens {
    /// Why an authorisation did not come to its end.
    enum AuthorizationFault: Error, CustomStringConvertible {
        case noneUnderWay
        case otherState
        case tokensInUse

        var description: String {
            switch self {
            case .noneUnderWay: "no authorisation is under way, or it was begun more than a day ago: run `tungngo channels authorize zalo-oa`"
            case .otherState: "this code belongs to another authorisation than the one begun last: open the address that was printed last"
            case .tokensInUse: "another process renews the tokens of Zalo just now: try again"
            }
        }
    }

    /// - Parameter callback: our page to which Zalo leads back, as the app's console has it.
    /// - Returns: the page of Zalo's for the admin, and the challenge, which some consoles ask for.
    func beginAuthorization(leadingBackTo callback: URL) async throws -> (page: URL, challenge: String) {
        let consent = ZaloConsent(at: now())
        try await vault.keep(consent, at: now())
        let page = app.consent.appending(queryItems: [
            URLQueryItem(name: "app_id", value: app.id), URLQueryItem(name: "redirect_uri", value: callback.absoluteString),
            URLQueryItem(name: "code_challenge", value: consent.challenge), URLQueryItem(name: "state", value: consent.state),
        ])
        return (page, consent.challenge)
    }

    /// Whether this is the state of the authorisation that was begun last.
    func isUnderWay(_ state: String) async throws -> Bool {
        guard let consent = try await vault.consent(), consent.isValid(at: now()) else { return false }
        return TokenVault.digest(consent.state) == TokenVault.digest(state)
    }

    /// Exchanges a code, which is good for ten minutes and once.
    ///
    /// - Parameter state: what came with the code; nil where a person brings the code alone.
    func finishAuthorization(code: String, state: String?) async throws {
        guard let consent = try await vault.consent(), consent.isValid(at: now()) else { throw AuthorizationFault.noneUnderWay }
        if let state, try await !isUnderWay(state) { throw AuthorizationFault.otherState }
        guard let lock = lock() else { throw AuthorizationFault.tokensInUse }
        defer { withExtendedLifetime(lock) {} }
        try await take(send(request(["grant_type": "authorization_code", "code": code, "code_verifier": consent.verifier])))
        try await vault.keep(nil, at: now())
    }
}
