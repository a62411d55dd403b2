public import Channels
public import Foundation

/// Addresses below our own (`TUNGNGO_PUBLIC_URL`) that platforms are told.
extension URL {
    /// Where a channel's platform posts to.
    public func webhook(of channel: any Channel) -> URL {
        appending(path: String(Site.webhook(channel.name, channel.account).dropFirst()))
    }

    /// Where Zalo leads the admin of an Official Account back to.
    public var zaloCallback: URL {
        appending(path: String(Site.zaloCallback.dropFirst()))
    }
}
