import Foundation
import HTTPTypes
import Hummingbird
import Mustache

/// A rendered page as an answer.
enum PageResponse {
    static let html = "text/html; charset=utf-8"

    /// What a template makes of a page's values.
    static func render(_ page: Any, _ template: String, in pages: MustacheLibrary) throws -> String {
        guard let html = pages.render(page, withTemplate: template) else { throw HTTPError(.internalServerError) }
        return html
    }

    /// A page that is the same for everybody: it may be kept for five minutes, and is not sent again to those who have it.
    static func shared(_ text: String, type: String = html, to request: Request) -> Response {
        let tag = "\"" + Assets.digest(of: Data(text.utf8)) + "\""
        let headers: HTTPFields = [.contentType: type, .cacheControl: "public, max-age=300", .eTag: tag]
        if let known = request.headers[.ifNoneMatch], known.contains(tag) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A page that nobody keeps.
    static func passing(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: html], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A file to be kept, that no cache keeps.
    /// - Parameter name: `a-z 0-9 . -` alone.
    static func file(_ data: Data, type: String, name: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
