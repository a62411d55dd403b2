import Dialogue
import Foundation
import HelpDesk

/// What an event of an Official Account means to us; nil for all that is of no interest.
extension ZaloOA {
    func message(_ event: ZaloOAEvent, at date: Date) -> InboundMessage? {
        let kind = event.eventName ?? ""
        if kind == "user_send_group_text" { return groupMessage(event, at: date) }
        guard let person = self.person(of: event, kind), let content = content(of: event, kind) else { return nil }
        let id = event.message?.msgId?.text ?? ClaimedTime.key(kind, person, milliseconds: event.timestamp, received: date)
        return InboundMessage(
            address: self.person(person), id: id, at: ClaimedTime.date(milliseconds: event.timestamp, received: date), content: content)
    }

    /// Talk in a group is ours only where the OA is mentioned, as `[@OA-ID]`.
    private func groupMessage(_ event: ZaloOAEvent, at date: Date) -> InboundMessage? {
        guard let person = event.sender?.id, let group = event.recipient?.id, let text = event.message?.text,
            let mention = event.oaId.map({ "[@\($0.text)]" }), text.contains(mention),
            let content = Typed.content(of: text.replacing(mention, with: ""))
        else { return nil }
        let id = event.message?.msgId?.text ?? ClaimedTime.key("group", person, milliseconds: event.timestamp, received: date)
        return InboundMessage(
            address: self.person(person), id: id, at: ClaimedTime.date(milliseconds: event.timestamp, received: date), content: content,
            group: self.group(group))
    }

    private func person(of event: ZaloOAEvent, _ kind: String) -> PlatformID? {
        if kind.hasPrefix("oa_send_") { return event.recipient?.id }
        return event.sender?.id ?? event.follower?.id ?? event.userId
    }

    private func content(of event: ZaloOAEvent, _ kind: String) -> InboundMessage.Content? {
        switch kind {
        case "user_send_text": return Typed.contentOrChoice(of: event.message?.text)
        case "user_send_link":
            return Typed.content(of: event.message?.text) ?? Typed.content(of: event.message?.attachments?.first?.wrappedValue?.payload?.url)
        case "follow", "user_click_chatnow": return .opened(guide: nil)
        case "unfollow": return .gone
        case "user_withdraw": return .withdrawn
        case "user_submit_info": return event.info?.phone.map { .telephone($0.text) }
        case _ where kind.hasPrefix("oa_send_group_"): return nil
        case _ where kind.hasPrefix("oa_send_"): return event.sender?.adminId == nil ? nil : .takenOver
        default:
            guard let attachment = ZaloOA.attachments[kind] else { return nil }
            // The words under a picture are the question; the picture alone cannot be answered.
            return Typed.content(of: event.message?.text) ?? .attachment(attachment)
        }
    }

    private static let attachments: [String: Event.Attachment] = [
        "user_send_image": .picture, "user_send_gif": .picture, "user_send_sticker": .sticker, "user_send_audio": .voice,
        "user_send_location": .location, "user_send_file": .file, "user_send_video": .other, "user_send_business_card": .other,
    ]
}
