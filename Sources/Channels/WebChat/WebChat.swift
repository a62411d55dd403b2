import Dialogue
public import Foundation

/// The chat page as a channel: what its script and its plain forms send, and what they get.
public enum WebChat {
    public static let channel = "web"
    /// The longest text that is taken, in characters; the page does not let more be typed.
    public static let longestText = 2000

    /// What is wrong with a request.
    public enum Fault: Error {
        case unreadable
        case tooLong
    }

    private struct Body: Decodable {
        let id: String?
        let text: String?
        let value: String?
        let after: Int?
    }

    /// Reads `{"id","text" or "value","after"}`.
    public static func parse(_ body: Data, of visitor: Visitor, at date: Date) throws(Fault) -> InboundMessage {
        guard let body = try? JSONDecoder().decode(Body.self, from: body) else { throw .unreadable }
        return try message(id: body.id, text: body.text, value: body.value, after: body.after, of: visitor, at: date)
    }

    /// - Parameters:
    ///   - id: made by the page, to tell a message sent twice; a missing one is always new.
    ///   - after: the last reply that the page has shown.
    public static func message(
        id: String?, text: String?, value: String?, after: Int?, of visitor: Visitor, at date: Date
    ) throws(Fault) -> InboundMessage {
        guard (id ?? "").utf8.count <= 100, (value ?? "").utf8.count <= 64 else { throw .unreadable }
        let content: InboundMessage.Content
        switch (text, value) {
        case (_, .some(let value)): content = .choice(value)
        case (.some(let text), nil):
            guard text.count <= longestText else { throw .tooLong }
            content = .text(text)
        case (nil, nil): throw .unreadable
        }
        // Ids are the page's own business: those of one visitor never meet those of another, and what somebody may write
        // into one is not kept.
        let key = Digest.hexadecimal(of: visitor.digest + ":" + (id ?? UUID().uuidString))
        return InboundMessage(address: visitor.address, id: key, at: date, content: content, wasGreeted: true, seen: after)
    }
}
