import Foundation
import Synchronization

/// Telegram's rules for a bot (Bot API 10.1): `POST /bot<token>/<method>`, fields in JSON or as a form.
public final class TelegramPlatform: Platform {
    private struct State {
        var blocked: Set<String> = []
        var lastSent: [String: Date] = [:]
        var webhook = ""
        var secret = ""
        var allowedUpdates: [String] = []
        var connections = 40
        var sent = 0
    }

    private let token: String
    private let state = Mutex(State())

    public init(token: String) {
        self.token = token
    }

    /// The person blocks the bot.
    public func block(_ chat: String) {
        state.withLock { _ = $0.blocked.insert(chat) }
    }

    public func answer(_ call: PlatformCall) -> PlatformAnswer {
        let parts = call.path.split(separator: "/")
        guard parts.count == 2, parts[0] == "bot" + token else { return error(401, "Unauthorized") }
        switch parts[1] {
        case "getMe": return result(Self.bot)
        case "setWebhook": return setWebhook(call)
        case "deleteWebhook":
            state.withLock { $0.webhook = "" }
            return result(true)
        case "getWebhookInfo": return webhookInfo
        case "sendMessage": return send(call)
        case "answerCallbackQuery": return answerCallbackQuery(call)
        case "sendChatAction": return result(true)
        default: return error(404, "Not Found")
        }
    }

    private static let bot: [String: any Sendable] = ["id": 900_000_009, "is_bot": true, "first_name": "Tổ mẫu", "username": "to_cnscd_bot"]

    private func setWebhook(_ call: PlatformCall) -> PlatformAnswer {
        let secret = call.fields["secret_token"] as? String ?? ""
        guard secret.count <= 256, secret.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }) else {
            return error(400, "Bad Request: secret token contains unallowed characters")
        }
        guard let url = call.fields["url"] as? String, url.isEmpty || url.hasPrefix("https://") else {
            return error(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        }
        guard [nil, 443, 80, 88, 8443].contains(URLComponents(string: url)?.port) else {
            return error(400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        }
        let connections = call.fields["max_connections"].flatMap { Int("\($0)") } ?? 40
        guard (1...100).contains(connections) else { return error(400, "Bad Request: max_connections must be from 1 to 100") }
        state.withLock { state in
            state.webhook = url
            state.secret = secret
            state.connections = connections
            state.allowedUpdates = nested(call.fields["allowed_updates"]) as? [String] ?? state.allowedUpdates
        }
        return result(true)
    }

    private var webhookInfo: PlatformAnswer {
        state.withLock { state in
            var info: [String: Any] = ["url": state.webhook, "has_custom_certificate": false, "pending_update_count": 0]
            if !state.webhook.isEmpty { info["max_connections"] = state.connections }
            if !state.allowedUpdates.isEmpty { info["allowed_updates"] = state.allowedUpdates }
            return result(info)
        }
    }

    private func answerCallbackQuery(_ call: PlatformCall) -> PlatformAnswer {
        guard let query = call.fields["callback_query_id"], !"\(query)".isEmpty else {
            return error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        }
        guard length(call.fields["text"] as? String ?? "") <= 200 else { return error(400, "Bad Request: MESSAGE_TOO_LONG") }
        return result(true)
    }

    /// The secret that the webhook was set with.
    public var secret: String { state.withLock { $0.secret } }

    private func send(_ call: PlatformCall) -> PlatformAnswer {
        guard let chat = call.fields["chat_id"].map({ "\($0)" }), Int64(chat) != nil else { return error(400, "Bad Request: chat not found") }
        let text = (call.fields["text"] as? String ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { return error(400, "Bad Request: message text is empty") }
        guard length(text) <= 4096 else { return error(400, "Bad Request: message is too long") }
        guard buttons(call).allSatisfy({ (1...64).contains($0.utf8.count) }) else { return error(400, "Bad Request: BUTTON_DATA_INVALID") }
        return state.withLock { state in
            guard !state.blocked.contains(chat) else { return error(403, "Forbidden: bot was blocked by the user") }
            // One message a second to a chat; a short burst passes here as it does there, two in one moment do not.
            if let last = state.lastSent[chat], call.at.timeIntervalSince(last) < 1 {
                return PlatformAnswer(
                    status: 429,
                    json([
                        "ok": false, "error_code": 429, "description": "Too Many Requests: retry after 1", "parameters": ["retry_after": 1],
                    ]))
            }
            state.lastSent[chat] = call.at
            state.sent += 1
            let number = Int64(chat) ?? 0
            var message: [String: Any] = [
                "message_id": state.sent, "from": Self.bot, "date": Int(call.at.timeIntervalSince1970), "text": text,
                "chat": number < 0
                    ? ["id": number, "type": "supergroup", "title": "Nhóm mẫu"] : ["id": number, "type": "private", "first_name": "Mẫu"],
            ]
            message["reply_markup"] = nested(call.fields["reply_markup"])
            return result(message)
        }
    }

    /// What the buttons carry.
    private func buttons(_ call: PlatformCall) -> [String] {
        let rows = (nested(call.fields["reply_markup"]) as? [String: Any])?["inline_keyboard"] as? [[[String: Any]]] ?? []
        return rows.joined().map { $0["callback_data"] as? String ?? "" }
    }

    /// A member of a call that is JSON itself: in a form it comes as a text.
    private func nested(_ field: Any?) -> Any? {
        guard let text = field as? String else { return field }
        return try? JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    private func result(_ value: Any) -> PlatformAnswer {
        PlatformAnswer(json(["ok": true, "result": value]))
    }

    private func error(_ code: Int, _ description: String) -> PlatformAnswer {
        PlatformAnswer(status: code, json(["ok": false, "error_code": code, "description": description]))
    }
}
