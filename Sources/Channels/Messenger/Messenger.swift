import Crypto
public import Dialogue
public import Foundation
public import HelpDesk

/// Facebook Messenger: texts of 2,000 characters, up to 13 quick replies with titles of 20, links with a payload, 24 hours to answer in.
public struct Messenger: Channel {
    static let channel = "messenger"
    /// The payload of the button that opens a chat, as the page's settings are to have it.
    static let getStarted = "get_started"
    private static let mark = "sha256="

    let settings: MessengerAccount

    public init(_ settings: MessengerAccount) {
        self.settings = settings
    }

    public var name: String { Self.channel }
    public var account: String { settings.name }
    public var capabilities: Capabilities {
        Capabilities(
            longestText: 2000, buttons: 13, longestLabel: 20, freeWindow: 24 * 3600, window: 24 * 3600, rate: 100, ratePerPerson: 2)
    }

    public func receive(_ request: WebhookRequest, at date: Date) throws(WebhookFault) -> [InboundMessage] {
        guard isProven(request) else { throw .unproven }
        guard let event = PlatformJSON.decode(MessengerEvent.self, from: request.body) else { throw .unreadable }
        return event.items.compactMap { message($0, at: date) }
    }

    public func challenge(_ query: [String: String]) -> String? {
        guard settings.verifyToken.isSame(as: query["hub.verify_token"]), query["hub.mode"] == "subscribe" else { return nil }
        return query["hub.challenge"]
    }

    public func requests(for reply: Reply, to address: PersonAddress) -> [OutboundRequest] {
        let url = settings.apiURL.appending(path: "me/messages")
        let headers = ["Authorization": "Bearer \(settings.pageToken.value)"]
        return Rendering(capabilities, longestValue: 1000).requests(for: reply) { message, plain in
            let replies = message.buttons.map { MessengerMessage.QuickReply(title: $0.label, payload: $0.value) }
            return OutboundRequest(
                url, headers: headers,
                json: MessengerMessage(
                    recipient: .init(id: address.name), message: .init(text: message.text, quickReplies: replies.isEmpty ? nil : replies)),
                plain: plain)
        }
    }

    public func fault(in answer: HTTPAnswer, to request: OutboundRequest) -> SendError? {
        MessengerFaults.fault(in: answer, hasPlain: !request.plain.isEmpty, isOfMessage: !request.body.isEmpty)
    }

    /// `X-Hub-Signature-256: sha256=` and HMAC-SHA256 of the raw body under the app's secret; compared in constant time.
    private func isProven(_ request: WebhookRequest) -> Bool {
        guard let header = request.headers["x-hub-signature-256"], header.hasPrefix(Self.mark),
            let claimed = Hexadecimal.bytes(header.dropFirst(Self.mark.count))
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            claimed, authenticating: request.body, using: SymmetricKey(data: Data(settings.appSecret.value.utf8)))
    }
}
