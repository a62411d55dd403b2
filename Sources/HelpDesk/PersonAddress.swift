/// Where a person writes from: a channel, one of its accounts, and the person's name there.
///
/// The name is what the platform gives (an id, never a name of daily life); for the web page it is a digest of the visitor's
/// random token, so that the stored value opens nothing.
public struct PersonAddress: Sendable, Hashable, Codable {
    public let channel: String
    /// Which account of the channel, where a service has several; empty where it has one.
    public let account: String
    public let name: String

    public init(channel: String, account: String = "", name: String) {
        self.channel = channel
        self.account = account
        self.name = name
    }
}
