public import Dialogue
public import Foundation
public import HelpDesk

/// Zalo Bot Platform: the channel of a team that has no verified account. Any person can make a bot, and it costs nothing.
///
/// Texts of 2,000 characters, no buttons, no links with a payload. Rates and windows are not documented; the ones here are cautious.
public struct ZaloBot: Channel {
    static let channel = "zalo-bot"

    private struct Body: Encodable {
        let chatId: String
        let text: String
    }

    let settings: ZaloBotAccount

    public init(_ settings: ZaloBotAccount) {
        self.settings = settings
    }

    public var name: String { Self.channel }
    public var account: String { settings.name }
    public var capabilities: Capabilities {
        Capabilities(longestText: 2000, buttons: 0, longestLabel: 0, freeWindow: nil, window: nil, rate: 5, ratePerPerson: 1)
    }

    public func receive(_ request: WebhookRequest, at date: Date) throws(WebhookFault) -> [InboundMessage] {
        guard settings.webhookSecret.isSame(as: request.headers["x-bot-api-secret-token"]) else { throw .unproven }
        guard let update = PlatformJSON.decode(ZaloBotUpdate.self, from: request.body) else { throw .unreadable }
        return message(update, at: date).map { [$0] } ?? []
    }

    public func requests(for reply: Reply, to address: PersonAddress) -> [OutboundRequest] {
        let url = method("sendMessage")
        return Rendering(capabilities, longestValue: 0).plainMessages(for: reply).map { message in
            OutboundRequest(url, json: Body(chatId: address.chat ?? address.name, text: message.text))
        }
    }

    public func fault(in answer: HTTPAnswer, to request: OutboundRequest) -> SendError? {
        ZaloBotFaults.fault(in: answer)
    }

    private func message(_ update: ZaloBotUpdate, at date: Date) -> InboundMessage? {
        guard let event = update.event, let message = update.content, let sender = message.from?.id, message.from?.isBot != true,
            let chat = message.chat?.id
        else { return nil }
        // In a group the bot is sent nothing but what mentions or answers it.
        let isGroup = message.chat?.chatType == "GROUP"
        // A private chat is answered by the chat's id.
        let person = isGroup ? sender : chat
        guard let content = content(of: message, event, isGroup: isGroup) else { return nil }
        return InboundMessage(
            address: self.person(person),
            id: message.messageId?.text ?? ClaimedTime.key(event, person, milliseconds: message.date, received: date),
            at: ClaimedTime.date(milliseconds: message.date, received: date), content: content, group: isGroup ? group(chat) : nil)
    }

    private func content(of message: ZaloBotUpdate.Message, _ event: String, isGroup: Bool) -> InboundMessage.Content? {
        var text = message.text ?? message.caption
        if isGroup, let name = settings.displayName { text = text?.replacing("@" + name, with: "") }
        return switch event {
        case "message.text.received": Typed.content(of: text)
        case "message.image.received": Typed.content(of: text) ?? .attachment(.picture)
        case "message.sticker.received": .attachment(.sticker)
        case "message.voice.received": .attachment(.voice)
        // What children, people with disabilities and people who cannot read send is kept from machines.
        case "message.unsupported.received": .attachment(.withheld)
        default: nil
        }
    }
}
