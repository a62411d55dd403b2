import Foundation
import Synchronization

/// Zalo Bot Platform's rules: `POST /bot<token>/<method>`. Its limits are documented, its rates are not: `quota` stands for them.
public final class ZaloBotPlatform: Platform {
    private let token: String
    private let left: Mutex<Int>
    private let webhook = Mutex("")

    /// - Parameter quota: how many messages are taken before “Quota exceeded”.
    public init(token: String, quota: Int = .max) {
        self.token = token
        left = Mutex(quota)
    }

    public func answer(_ call: PlatformCall) -> PlatformAnswer {
        let parts = call.path.split(separator: "/")
        guard parts.count == 2, parts[0] == "bot" + token else { return error(401, "Unauthorized") }
        switch parts[1] {
        case "getMe":
            return result(["id": "5000000000000000005", "account_name": "bot.mau", "account_type": "BASIC", "can_join_groups": false])
        case "setWebhook":
            let secret = call.fields["secret_token"] as? String ?? ""
            guard (8...256).contains(secret.count), let url = call.fields["url"] as? String, url.hasPrefix("https://") else {
                return error(400, "Bad request")
            }
            webhook.withLock { $0 = url }
            return result(["url": url, "updated_at": Int(call.at.timeIntervalSince1970 * 1000)])
        case "deleteWebhook":
            webhook.withLock { $0 = "" }
            return result(["url": "", "updated_at": Int(call.at.timeIntervalSince1970 * 1000)])
        // Nobody writes here, and a bot with a webhook hears nothing this way.
        case "getUpdates": return error(408, "Request timeout")
        case "getWebhookInfo": return result(["url": webhook.withLock { $0 }, "updated_at": 1_764_000_000_000])
        case "sendMessage":
            guard let chat = call.fields["chat_id"] as? String, !chat.isEmpty, let text = call.fields["text"] as? String,
                (1...2000).contains(length(text))
            else { return error(400, "Bad request") }
            let isOver = left.withLock { left in
                left -= 1
                return left < 0
            }
            return isOver ? error(429, "Quota exceeded") : result(["message_id": "82599fa32f56d00e8941", "date": 1_764_000_000_000])
        case "sendChatAction": return PlatformAnswer(json(["ok": true]))
        default: return error(404, "Not found")
        }
    }

    private func result(_ value: Any) -> PlatformAnswer {
        PlatformAnswer(json(["ok": true, "result": value]))
    }

    private func error(_ code: Int, _ description: String) -> PlatformAnswer {
        PlatformAnswer(status: code, json(["ok": false, "error_code": code, "description": description]))
    }
}
