public import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A visitor with a cookie of their own, over real HTTP.
public final class Browser: Sendable {
    private let session: URLSession
    private let home: URL

    public struct Answer: Sendable {
        public let status: Int
        public let headers: [String: String]
        public let body: String

        public init(status: Int, headers: [String: String], body: String) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    /// - Parameter patience: how many seconds may go by without a byte; many, as the tests of the whole project share the processors.
    public init(_ home: URL, patience: TimeInterval = 300) {
        self.home = home
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = patience
        configuration.httpMaximumConnectionsPerHost = 64
        session = URLSession(configuration: configuration)
    }

    private init(_ home: URL, session: URLSession) {
        self.home = home
        self.session = session
    }

    /// The same visitor at another address of the same host: cookies are not bound to a port.
    public func moved(to home: URL) -> Browser {
        Browser(home, session: session)
    }

    public func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        var request = request(path)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return try await send(request)
    }

    /// - Parameter headers: replace the usual ones.
    public func post(_ path: String, _ body: String, type: String = "application/json", headers: [String: String] = [:]) async throws -> Answer {
        var request = request(path)
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        request.setValue(type, forHTTPHeaderField: "Content-Type")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return try await send(request)
    }

    /// Sends fields as a plain form does, and follows to the page.
    public func submit(_ path: String, _ fields: [String: String]) async throws -> Answer {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._")
        let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }.joined(separator: "&")
        return try await post(path, body, type: "application/x-www-form-urlencoded")
    }

    private func request(_ path: String) -> URLRequest {
        URLRequest(url: URL(string: path, relativeTo: home) ?? home)
    }

    private func send(_ request: URLRequest) async throws -> Answer {
        let (data, response) = try await session.data(for: request)
        let http = response as? HTTPURLResponse
        let headers = (http?.allHeaderFields ?? [:]).reduce(into: [String: String]()) { headers, field in
            headers["\(field.key)".lowercased()] = "\(field.value)"
        }
        return Answer(status: http?.statusCode ?? 0, headers: headers, body: String(decoding: data, as: UTF8.self))
    }
}
