import Foundation
import Support

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request whose redirect is not followed, so that its own headers can be read.
final class HTTPExchange: NSObject, URLSessionTaskDelegate {
    static func post(_ home: URL, _ path: String) async throws -> Browser.Answer {
        var request = URLRequest(url: URL(string: path, relativeTo: home) ?? home)
        request.httpMethod = "POST"
        let session = URLSession(configuration: .ephemeral, delegate: HTTPExchange(), delegateQueue: nil)
        let (data, response) = try await session.data(for: request)
        let http = response as? HTTPURLResponse
        let headers = (http?.allHeaderFields ?? [:]).reduce(into: [String: String]()) { $0["\($1.key)".lowercased()] = "\($1.value)" }
        return Browser.Answer(status: http?.statusCode ?? 0, headers: headers, body: String(decoding: data, as: UTF8.self))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
