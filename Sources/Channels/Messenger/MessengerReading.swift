import Dialogue
import Foundation
import HelpDesk

/// What an event of a page means to us; nil for all that is of no interest: receipts, echoes, reactions.
extension Messenger {
    func message(_ item: MessengerEvent.Item, at date: Date) -> InboundMessage? {
        guard let person = item.sender?.id, let (kind, content) = content(of: item) else { return nil }
        let id = item.message?.mid ?? item.postback?.mid
        return InboundMessage(
            address: self.person(person), id: id?.text ?? ClaimedTime.key(kind, person, milliseconds: item.timestamp, received: date),
            at: ClaimedTime.date(milliseconds: item.timestamp, received: date), content: content)
    }

    private func content(of item: MessengerEvent.Item) -> (kind: String, InboundMessage.Content)? {
        if let message = item.message {
            guard message.isEcho != true else { return nil }
            return content(of: message).map { ("message", $0) }
        }
        if let postback = item.postback {
            return content(of: postback).map { ("postback", $0) }
        }
        return item.referral.map { ("referral", Typed.opened(by: $0.ref ?? "")) }
    }

    private func content(of message: MessengerEvent.Message) -> InboundMessage.Content? {
        if let payload = message.quickReply?.payload, ChoiceValue(payload) != nil { return .choice(payload) }
        if let content = Typed.content(of: message.text) { return content }
        guard let attachment = message.attachments?.first?.wrappedValue else { return nil }
        return switch attachment.type {
        case "image": .attachment(attachment.payload?.stickerId == nil ? .picture : .sticker)
        case "audio": .attachment(.voice)
        case "location": .attachment(.location)
        case "file": .attachment(.file)
        default: .attachment(.other)
        }
    }

    /// A postback is a button of ours, the first “Get Started” (with the link's payload where one led here), or an entry of the
    /// page's menu, which says its title.
    private func content(of postback: MessengerEvent.Postback) -> InboundMessage.Content? {
        if let payload = postback.payload, ChoiceValue(payload) != nil { return .choice(payload) }
        if let referral = postback.referral { return Typed.opened(by: referral.ref ?? "") }
        if postback.payload?.lowercased() == Messenger.getStarted { return .opened(guide: nil) }
        return Typed.content(of: postback.title)
    }
}
