public import Foundation

/// One Zalo Bot of ours.
public struct ZaloBotAccount: Sendable, Hashable {
    /// In the address of its webhook and in the database; empty where the service has one.
    public let name: String
    public let token: Credential
    public let webhookSecret: Credential
    /// The name by which people mention the bot in a group, without the @; nil where it is not known: then a mention stays in the text.
    public let displayName: String?
    public let apiURL: URL

    public init(name: String = "", token: Credential, webhookSecret: Credential, displayName: String? = nil, apiURL: URL) {
        self.name = name
        self.token = token
        self.webhookSecret = webhookSecret
        self.displayName = displayName
        self.apiURL = apiURL
    }
}
