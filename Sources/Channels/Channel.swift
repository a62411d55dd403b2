public import Dialogue
public import Foundation
public import HelpDesk

/// A platform's way in and out, for one account of ours there.
public protocol Channel: Sendable {
    /// As in the address of its webhook: `zalo-oa`, `zalo-bot`, `telegram`, `messenger`.
    var name: String { get }
    /// Which account of the channel; empty where the service has one.
    var account: String { get }
    var capabilities: Capabilities { get }

    /// Reads what the platform posts: the signature on the raw bytes first, nothing is parsed before it is proven.
    ///
    /// - Returns: what people did, in the platform's order; nothing where the request is of no interest.
    func receive(_ request: WebhookRequest, at date: Date) throws(WebhookFault) -> [InboundMessage]

    /// What a platform that asks whether the address is ours (a GET) is told; nil where it has not proven that it may ask.
    ///
    /// - Parameter query: the parameters of the address.
    func challenge(_ query: [String: String]) -> String?

    /// The requests that deliver a reply, in order; each is one message on the platform.
    func requests(for reply: Reply, to address: PersonAddress) -> [OutboundRequest]

    /// What an answer of the platform means: nil where the message was taken.
    func fault(in answer: HTTPAnswer, to request: OutboundRequest) -> SendError?

    /// Questions about our own account there; none where the platform answers none.
    var inquiries: [Inquiry] { get }

    /// The call that tells the platform where to post to; nil where that is set by hand in its console.
    ///
    /// - Parameter address: https.
    func settingWebhook(to address: URL) -> OutboundRequest?
}

extension Channel {
    public func challenge(_ query: [String: String]) -> String? { nil }

    public var inquiries: [Inquiry] { [] }

    public func settingWebhook(to address: URL) -> OutboundRequest? { nil }

    func person(_ id: PlatformID) -> PersonAddress {
        PersonAddress(channel: name, account: account, name: id.text)
    }

    func group(_ chat: PlatformID) -> PersonAddress {
        PersonAddress(channel: name, account: account, chat: chat.text)
    }
}
