public import Foundation

/// One Official Account of ours and the app that it has authorised.
public struct ZaloOAAccount: Sendable, Hashable {
    /// In the address of its webhook and in the database; empty where the service has one.
    public let name: String
    public let appID: String
    /// For tokens only.
    public let appSecret: Credential
    /// The “OA Secret Key” of the app's webhook page, which is another than the app's secret: it signs what comes in.
    public let webhookSecret: Credential
    /// Where the chain of tokens begins; nil where it is begun by authorising.
    public let refreshToken: Credential?
    /// Whether choices are shown as buttons, which the documents of version 3 do not tell of; else as a numbered list.
    public let hasButtons: Bool
    public let apiURL: URL
    public let oauthURL: URL

    public init(
        name: String = "", appID: String, appSecret: Credential, webhookSecret: Credential, refreshToken: Credential? = nil,
        hasButtons: Bool = false, apiURL: URL, oauthURL: URL
    ) {
        self.name = name
        self.appID = appID
        self.appSecret = appSecret
        self.webhookSecret = webhookSecret
        self.refreshToken = refreshToken
        self.hasButtons = hasButtons
        self.apiURL = apiURL
        self.oauthURL = oauthURL
    }
}
