public import Foundation
import Synchronization

/// Meta's rules for a page: `POST /v25.0/me/messages`, 24 hours after a person's last word, up to 13 quick replies.
public final class MessengerPlatform: Platform {
    private let token: String
    private let lastWord = Mutex<[String: Date]>([:])

    public init(token: String) {
        self.token = token
    }

    /// A person writes: the window opens.
    public func hear(_ person: String, at date: Date) {
        lastWord.withLock { $0[person] = date }
    }

    public func answer(_ call: PlatformCall) -> PlatformAnswer {
        guard ["/v25.0/me/messages", "/v25.0/me"].contains(call.path) else { return error(100, 33, "Unsupported post request") }
        guard call.headers["authorization"] == "Bearer \(token)" else { return error(190, 0, "Invalid OAuth access token.") }
        if call.path == "/v25.0/me" { return PlatformAnswer(json(["id": "100000000000001", "name": "Trang mẫu"])) }
        guard let person = (call.fields["recipient"] as? [String: Any])?["id"] as? String, let last = lastWord.withLock({ $0[person] }) else {
            return error(100, 2_018_001, "No matching user found")
        }
        guard call.at.timeIntervalSince(last) <= 24 * 3600, call.fields["messaging_type"] as? String == "RESPONSE" else {
            return error(10, 2_018_278, "This message is sent outside of allowed window.")
        }
        let message = call.fields["message"] as? [String: Any] ?? [:]
        guard let text = message["text"] as? String, (1...2000).contains(length(text)) else { return error(100, 0, "Length of param message[text]") }
        let replies = message["quick_replies"] as? [[String: Any]] ?? []
        let isRight = replies.allSatisfy { reply in
            guard let title = reply["title"] as? String, let payload = reply["payload"] as? String else { return false }
            return (1...20).contains(length(title)) && (1...1000).contains(length(payload)) && reply["content_type"] as? String == "text"
        }
        guard replies.count <= 13, isRight else { return error(100, 0, "Invalid quick replies") }
        return PlatformAnswer(json(["recipient_id": person, "message_id": "m_made-up-mid-11"]))
    }

    private func error(_ code: Int, _ subcode: Int, _ message: String) -> PlatformAnswer {
        PlatformAnswer(
            status: 400,
            json(["error": ["message": message, "type": "OAuthException", "code": code, "error_subcode": subcode, "fbtrace_id": "made-up"]]))
    }
}
