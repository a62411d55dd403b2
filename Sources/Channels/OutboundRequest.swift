public import Foundation

/// One call to a platform. The address may carry a token and is never logged.
public struct OutboundRequest: Sendable, Hashable {
    public let url: URL
    public let headers: [String: String]
    public let body: Data
    /// The same message without buttons, where the platform may refuse them.
    public let plain: [OutboundRequest]

    public init(url: URL, headers: [String: String], body: Data, plain: [OutboundRequest] = []) {
        self.url = url
        self.headers = headers
        self.body = body
        self.plain = plain
    }
}

/// What a server answered.
public struct HTTPAnswer: Sendable, Hashable {
    public let status: Int
    /// By lower-case names.
    public let headers: [String: String]
    public let body: Data

    public init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
