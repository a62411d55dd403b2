import Dialogue
import Foundation
import HelpDesk

/// What an update means to us; nil for all that is of no interest.
///
/// The time is that of our receiving: a pressed button carries none, and Telegram sends the updates of a chat in their order, one
/// after the other.
extension Telegram {
    func message(_ update: TelegramUpdate, at date: Date) -> InboundMessage? {
        guard let id = update.updateId?.text else { return nil }
        if let query = update.callbackQuery { return pressed(query, id: id, at: date) }
        if let membership = update.myChatMember {
            // In a private chat this comes only when the person blocks us or lets us in again.
            guard membership.chat?.isPrivate == true, membership.newChatMember?.status == "kicked", let person = membership.from?.id else {
                return nil
            }
            return InboundMessage(address: self.person(person), id: id, at: date, content: .gone)
        }
        guard let message = update.message, let sender = message.from, sender.isBot != true, let person = sender.id, let chat = message.chat else {
            return nil
        }
        if chat.isPrivate {
            guard let content = content(of: message, text: message.text ?? message.caption) else { return nil }
            return InboundMessage(address: self.person(person), id: id, at: date, content: content)
        }
        guard chat.isGroup, let group = chat.id, let text = addressed(message), let content = content(of: message, text: text) else { return nil }
        return InboundMessage(address: self.person(person), id: id, at: date, content: content, group: self.group(group))
    }

    private func pressed(_ query: TelegramUpdate.CallbackQuery, id: String, at date: Date) -> InboundMessage? {
        guard let person = query.from?.id, let data = query.data else { return nil }
        let chat = query.message?.chat
        return InboundMessage(
            address: self.person(person), id: id, at: date, content: .choice(String(data.prefix(64))),
            group: chat?.isGroup == true ? chat?.id.map { self.group($0) } : nil,
            acknowledgement: query.id.map { PlatformJSON.encode(CallbackAnswer(callbackQueryId: $0.text)) })
    }

    /// In a group: the text without our name where it is said to us; nil where the people talk among themselves.
    private func addressed(_ message: TelegramUpdate.Message) -> String? {
        let text = message.text ?? message.caption ?? ""
        if let without = mention?.removed(from: text) { return without }
        return message.replyToMessage?.from?.id.map { $0 == botID } == true ? text : nil
    }

    private func content(of message: TelegramUpdate.Message, text: String?) -> InboundMessage.Content? {
        if let content = typed(text) { return content }
        if let contact = message.contact {
            // Somebody else's card is not a number to call back on.
            let isOwn = contact.userId != nil && contact.userId == message.from?.id && message.chat?.isPrivate == true
            return isOwn ? contact.phoneNumber.map { .telephone($0.text) } : .attachment(.other)
        }
        let kinds: [(TelegramUpdate.Presence?, Event.Attachment)] = [
            (message.photo, .picture), (message.sticker, .sticker), (message.voice ?? message.audio, .voice), (message.location, .location),
            (message.document, .file), (message.video ?? message.videoNote ?? message.poll ?? message.dice, .other),
        ]
        return kinds.first { $0.0 != nil }.map { .attachment($0.1) }
    }

    /// A command is its word: “/menu” says “menu”. `/start` opens the chat, by the payload of a link where there is one.
    private func typed(_ text: String?) -> InboundMessage.Content? {
        guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), text.hasPrefix("/") else { return Typed.content(of: text) }
        let words = text.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard words.first == "start" else { return Typed.content(of: words.joined(separator: " ")) }
        return Typed.opened(by: words.count > 1 ? String(words[1]) : "")
    }

    private struct CallbackAnswer: Encodable {
        let method = "answerCallbackQuery"
        let callbackQueryId: String
    }
}
