public import Dialogue
public import Foundation
public import HelpDesk

/// Zalo Official Account: the channel of a commune that has a verified account.
///
/// Texts of 2,000 characters; free within 48 hours of a person's last word, paid up to 7 days, then impossible. What is known of the
/// wire is second hand but for Zalo's own SDKs.
public struct ZaloOA: Channel {
    public static let channel = "zalo-oa"

    let settings: ZaloOAAccount
    private let signature: ZaloOASignature
    let accessToken: @Sendable () -> Credential

    /// - Parameter accessToken: the one that is valid now: each lives for 25 hours and dies when the next one is made.
    public init(_ settings: ZaloOAAccount, accessToken: @escaping @Sendable () -> Credential) {
        self.settings = settings
        self.accessToken = accessToken
        signature = ZaloOASignature(appID: settings.appID, secret: settings.webhookSecret)
    }

    public var name: String { Self.channel }
    public var account: String { settings.name }

    /// The rate is that of the smallest plan that may use the interface, 100 calls a minute; error −32 tells of others.
    public var capabilities: Capabilities {
        Capabilities(
            longestText: 2000, buttons: settings.hasButtons ? 4 : 0, longestLabel: 100, freeWindow: 48 * 3600, window: 7 * 86_400, rate: 100.0 / 60,
            ratePerPerson: 1)
    }

    public func receive(_ request: WebhookRequest, at date: Date) throws(WebhookFault) -> [InboundMessage] {
        guard signature.proves(request) else {
            // Saving the webhook's address in Zalo's console posts this, unsigned, and wants a 200.
            if request.body.count < 16, request.body.filter({ !" \t\r\n".utf8.contains($0) }) == Data("{}".utf8) { return [] }
            throw .unproven
        }
        guard let event = PlatformJSON.decode(ZaloOAEvent.self, from: request.body) else { throw .unreadable }
        return message(event, at: date).map { [$0] } ?? []
    }

    public func requests(for reply: Reply, to address: PersonAddress) -> [OutboundRequest] {
        let headers = ["access_token": accessToken().value]
        if let group = address.chat {
            // Groups take no buttons; a mention of anybody must not come out of what somebody wrote.
            let url = settings.apiURL.appending(path: "v3.0/oa/group/message")
            return rendering.plainMessages(for: reply).map { message in
                let text = message.text.replacing("[@", with: "@")
                return OutboundRequest(
                    url, headers: headers, json: ZaloOAMessage(recipient: .init(groupId: group), message: .init(text: text)))
            }
        }
        let url = settings.apiURL.appending(path: "v3.0/oa/message/cs")
        return rendering.requests(for: reply) { message, plain in
            let buttons = message.buttons.map { ZaloOAMessage.Button(title: $0.label, payload: $0.value) }
            let attachment = buttons.isEmpty ? nil : ZaloOAMessage.Attachment(payload: .init(buttons: buttons))
            return OutboundRequest(
                url, headers: headers,
                json: ZaloOAMessage(recipient: .init(userId: address.name), message: .init(text: message.text, attachment: attachment)),
                plain: plain)
        }
    }

    public func fault(in answer: HTTPAnswer, to request: OutboundRequest) -> SendError? {
        ZaloOAFaults.fault(in: answer, hasPlain: !request.plain.isEmpty)
    }

    private var rendering: Rendering { Rendering(capabilities, longestValue: 1000) }
}
