public import Foundation

/// One Facebook page of ours and the app that serves it.
public struct MessengerAccount: Sendable, Hashable {
    /// In the address of its webhook and in the database; empty where the service has one.
    public let name: String
    public let appSecret: Credential
    public let pageToken: Credential
    /// What we told Meta to show when it asks whether the address is ours.
    public let verifyToken: Credential
    public let apiURL: URL

    public init(name: String = "", appSecret: Credential, pageToken: Credential, verifyToken: Credential, apiURL: URL) {
        self.name = name
        self.appSecret = appSecret
        self.pageToken = pageToken
        self.verifyToken = verifyToken
        self.apiURL = apiURL
    }
}
