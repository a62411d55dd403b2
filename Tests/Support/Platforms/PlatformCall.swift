public import Foundation

/// One call that a platform's stand-in got.
public struct PlatformCall: Sendable {
    public let path: String
    /// By lower-case names.
    public let headers: [String: String]
    public let body: Data
    public let at: Date

    /// The body as JSON, or as the fields of a form.
    public var fields: [String: Any] {
        if let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] { return object }
        var components = URLComponents()
        components.percentEncodedQuery = String(decoding: body, as: UTF8.self).replacing("+", with: "%20")
        return (components.queryItems ?? []).reduce(into: [:]) { fields, item in fields[item.name] = item.value }
    }
}

/// What a platform's stand-in answers.
public struct PlatformAnswer: Sendable {
    public let status: Int
    public var headers: [String: String]
    public let body: String

    public init(status: Int = 200, headers: [String: String] = [:], _ body: String) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
