public import Foundation

/// One Telegram bot of ours.
public struct TelegramAccount: Sendable, Hashable {
    /// In the address of its webhook and in the database; empty where the service has one.
    public let name: String
    public let token: Credential
    public let webhookSecret: Credential
    /// The bot's user name without the @; nil where it is not known: then it hears nothing in groups but answers to its own words.
    public let userName: String?
    public let apiURL: URL

    public init(name: String = "", token: Credential, webhookSecret: Credential, userName: String? = nil, apiURL: URL) {
        self.name = name
        self.token = token
        self.webhookSecret = webhookSecret
        self.userName = userName
        self.apiURL = apiURL
    }

    /// The bot's own id: a token begins with it.
    var id: PlatformID? { token.value.split(separator: ":").first.flatMap { PlatformID(String($0)) } }
}
