public import Foundation

/// Who Telegram says we are, and where it posts to.
extension Telegram {
    private struct Answer<Result: Decodable & Sendable>: Decodable, Sendable {
        let result: Result
    }

    private struct Me: Decodable, Sendable {
        @Lenient var firstName: String?
        @Lenient var username: String?
    }

    private struct WebhookInfo: Decodable, Sendable {
        let url: String
        @Lenient var pendingUpdateCount: Int?
        @Lenient var lastErrorMessage: String?
    }

    private struct WebhookSetting: Encodable {
        let url: String
        let secretToken: String
        /// What ``TelegramUpdate`` reads; `my_chat_member` tells who blocks us.
        let allowedUpdates = ["message", "callback_query", "my_chat_member"]
    }

    public var inquiries: [Inquiry] {
        let settings = settings
        return [
            Inquiry(method("getMe")) { (answer: Answer<Me>) in
                let userName = answer.result.username ?? ""
                let isKnown = settings.userName?.lowercased() == userName.lowercased()
                let key = "TUNGNGO_TELEGRAM_USER_NAME"
                return [.identity("\(answer.result.firstName ?? "") @\(userName)")]
                    + (isKnown ? [] : [.trouble("\(key) is not \(userName): the bot does not hear its name in groups; set it")])
            },
            Inquiry(method("getWebhookInfo")) { (answer: Answer<WebhookInfo>) in
                let waiting = answer.result.pendingUpdateCount ?? 0
                return [.webhook(answer.result.url)] + (waiting == 0 ? [] : [.note("\(waiting) messages wait to be posted")])
                    + (answer.result.lastErrorMessage.map { [.note("the last failure to post: \($0)")] } ?? [])
            },
        ]
    }

    public func settingWebhook(to address: URL) -> OutboundRequest? {
        OutboundRequest(
            method("setWebhook"), json: WebhookSetting(url: address.absoluteString, secretToken: settings.webhookSecret.value))
    }

    /// The token is part of the address.
    func method(_ name: String) -> URL {
        settings.apiURL.appending(path: "bot\(settings.token.value)/\(name)")
    }
}
