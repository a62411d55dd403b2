public import Foundation

/// What a platform posted to us, before anything of it is believed.
public struct WebhookRequest: Sendable {
    public let body: Data
    /// By lower-case names.
    public let headers: [String: String]
    /// The parameters of the address.
    public let query: [String: String]

    public init(body: Data, headers: [String: String] = [:], query: [String: String] = [:]) {
        self.body = body
        self.headers = headers
        self.query = query
    }
}

/// Why a request was not taken. The answer is a status and tells nothing else.
public enum WebhookFault: Error, Sendable, Hashable {
    /// Not proven to be the platform's: 401.
    case unproven
    /// Proven, but not to be read: 400.
    case unreadable
}
