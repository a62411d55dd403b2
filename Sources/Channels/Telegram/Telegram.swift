public import Dialogue
public import Foundation
public import HelpDesk

/// Telegram: texts of 4,096 characters, buttons under a message, links with a payload. No window.
///
/// A pressed button is answered in the response to the webhook itself (`answerCallbackQuery`): no call of its own, and nothing is lost with
/// it but the little clock on the button.
public struct Telegram: Channel {
    static let channel = "telegram"

    let settings: TelegramAccount
    let mention: TelegramMention?
    let botID: PlatformID?

    public init(_ settings: TelegramAccount) {
        self.settings = settings
        mention = settings.userName.map(TelegramMention.init)
        botID = settings.id
    }

    public var name: String { Self.channel }
    public var account: String { settings.name }

    /// One message a second to a chat, thirty to all (the Bot FAQ's figures); a longer label than this is cut off on a telephone.
    public var capabilities: Capabilities {
        Capabilities(longestText: 4096, buttons: 20, longestLabel: 40, freeWindow: nil, window: nil, rate: 30, ratePerPerson: 1)
    }

    public func receive(_ request: WebhookRequest, at date: Date) throws(WebhookFault) -> [InboundMessage] {
        guard settings.webhookSecret.isSame(as: request.headers["x-telegram-bot-api-secret-token"]) else { throw .unproven }
        guard let update = PlatformJSON.decode(TelegramUpdate.self, from: request.body) else { throw .unreadable }
        return message(update, at: date).map { [$0] } ?? []
    }

    public func requests(for reply: Reply, to address: PersonAddress) -> [OutboundRequest] {
        let url = method("sendMessage")
        return Rendering(capabilities, longestValue: 64).requests(for: reply) { message, plain in
            let rows = message.buttons.map { [TelegramMessage.Button(text: $0.label, callbackData: $0.value)] }
            return OutboundRequest(
                url,
                json: TelegramMessage(
                    chatId: address.chat ?? address.name, text: message.text, replyMarkup: rows.isEmpty ? nil : .init(inlineKeyboard: rows)),
                plain: plain)
        }
    }

    public func fault(in answer: HTTPAnswer, to request: OutboundRequest) -> SendError? {
        TelegramFaults.fault(in: answer, hasPlain: !request.plain.isEmpty)
    }
}
