public import Foundation

/// Who Zalo says our bot is, and where it posts to.
extension ZaloBot {
    private struct Answer<Result: Decodable & Sendable>: Decodable, Sendable {
        let result: Result
    }

    private struct Me: Decodable, Sendable {
        @Lenient var id: PlatformID?
        @Lenient var accountName: String?
        @Lenient var canJoinGroups: Bool?
    }

    private struct WebhookInfo: Decodable, Sendable {
        @Lenient var url: String?
    }

    private struct WebhookSetting: Encodable {
        let url: String
        let secretToken: String
    }

    public var inquiries: [Inquiry] {
        [
            Inquiry(method("getMe")) { (answer: Answer<Me>) in
                [.identity("\(answer.result.accountName ?? "") \(answer.result.id?.text ?? "")")]
                    + (answer.result.canJoinGroups == true ? [] : [.note("the bot may not join groups")])
            },
            Inquiry(method("getWebhookInfo")) { (answer: Answer<WebhookInfo>) in [.webhook(answer.result.url ?? "")] },
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
