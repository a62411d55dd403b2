import Dialogue
import Foundation
import HelpDesk
import Testing

@testable import Channels

/// What only Telegram has: groups that talk among themselves, pressed buttons that wait for a word, cards.
struct TelegramTests {
    private static func update(_ members: String, chat: String = #"{"id":-9,"type":"supergroup"}"#, from: String = #"{"id":7}"#) -> String {
        #"{"update_id":1,"message":{"from":\#(from),"chat":\#(chat),\#(members)}}"#
    }

    @Test(arguments: [
        (#""text":"@to_cnscd_bot quên mật khẩu vneid""#, "quên mật khẩu vneid"),
        (#""text":"Bot ơi @To_CNSCD_Bot, giúp với""#, "Bot ơi , giúp với"),
        (#""text":"quên mật khẩu vneid","reply_to_message":{"from":{"id":900000009,"is_bot":true}}"#, "quên mật khẩu vneid"),
        (#""text":"/menu@to_cnscd_bot""#, "menu"),
        (#""text":"/ghi@to_cnscd_bot giúp 3 bác""#, "ghi giúp 3 bác"),
        (#""photo":[{}],"caption":"@to_cnscd_bot giấy gì đây""#, "giấy gì đây"),
    ]) func `In a group what is said to the bot is heard, without its name`(_ members: String, _ text: String) throws {
        let message = try #require(try Specimen.telegram.read(Self.update(members)).first)
        #expect(message.content == .text(text))
        #expect(message.address.name == "7")
        #expect(message.group == PersonAddress(channel: "telegram", name: "group:-9"))
    }

    @Test(arguments: [
        #""text":"mai mấy giờ họp""#, #""text":"/menu""#, #""text":"/menu@other_bot""#, #""text":"@to_cnscd_bot2 chào""#,
        #""text":"thu@to_cnscd_bot""#, #""text":"a","reply_to_message":{"from":{"id":8}}"#, #""text":"a","reply_to_message":{}"#, #""photo":[{}]"#,
        #""new_chat_members":[{"id":8}]"#, #""contact":{"phone_number":"84900000000","user_id":7}"#, #""migrate_to_chat_id":-1000000000009"#,
    ]) func `In a group all other talk is not ours`(_ members: String) throws {
        #expect(try Specimen.telegram.read(Self.update(members)).isEmpty)
    }

    @Test func `Without a known name the bot hears in groups only answers to its own words`() throws {
        let channel = Telegram(
            TelegramAccount(token: Credential("900000009:x"), webhookSecret: Credential("s"), apiURL: try #require(URL(string: "https://t.example"))))
        for (members, count) in [(#""text":"@to_cnscd_bot a""#, 0), (#""text":"a","reply_to_message":{"from":{"id":900000009}}"#, 1)] {
            let request = WebhookRequest(body: Data(Self.update(members).utf8), headers: ["x-telegram-bot-api-secret-token": "s"])
            #expect(try channel.receive(request, at: Specimen.received).count == count)
        }
    }

    @Test func `Bots and channels are not listened to`() throws {
        #expect(try Specimen.telegram.read(Self.update(#""text":"@to_cnscd_bot a""#, from: #"{"id":7,"is_bot":true}"#)).isEmpty)
        #expect(try Specimen.telegram.read(Self.update(#""text":"@to_cnscd_bot a""#, chat: #"{"id":-9,"type":"channel"}"#)).isEmpty)
    }

    @Test(arguments: [
        (#""contact":{"phone_number":"84900000000","user_id":7}"#, InboundMessage.Content.telephone("84900000000")),
        (#""contact":{"phone_number":"84900000000","user_id":8}"#, .attachment(.other)),
        (#""contact":{"phone_number":"84900000000"}"#, .attachment(.other)),
        (#""voice":{}"#, .attachment(.voice)), (#""sticker":{}"#, .attachment(.sticker)), (#""document":{}"#, .attachment(.file)),
        (#""video_note":{}"#, .attachment(.other)), (#""text":"/start""#, .opened(guide: nil)), (#""text":"/menu""#, .text("menu")),
        (#""text":"/start cap-doi-the_TO-XM-01""#, .opened(guide: "cap-doi-the", team: "XM-01")),
    ]) func `In a private chat each kind is what it is; a card counts only where it is the sender's own`(
        _ members: String, _ content: InboundMessage.Content
    ) throws {
        let update = Self.update(members, chat: #"{"id":7,"type":"private"}"#)
        #expect(try Specimen.telegram.read(update).map(\.content) == [content])
    }

    @Test func `A pressed button is answered in the response to the webhook`() throws {
        let message = try #require(try Specimen.telegram.read(try Specimen.fixture("telegram/callback_query.json")).first)
        #expect(
            message.acknowledgement.map { String(decoding: $0, as: UTF8.self) }
                == #"{"callback_query_id":"4382bfdwdsb323b2d9","method":"answerCallbackQuery"}"#)
        #expect(try Specimen.telegram.read(try Specimen.fixture("telegram/message_text.json")).first?.acknowledgement == nil)
    }

    @Test func `A button may be pressed in a group, and under a message that is no longer shown`() throws {
        let group =
            #"{"update_id":1,"callback_query":{"id":"1","from":{"id":7},"message":{"chat":{"id":-9,"type":"group"},"date":0},"data":"h||||1"}}"#
        #expect(try Specimen.telegram.read(group).first?.group?.chat == "-9")
        let gone = #"{"update_id":1,"callback_query":{"id":"1","from":{"id":7},"data":"h||||1"}}"#
        #expect(try Specimen.telegram.read(gone).map(\.content) == [.choice("h||||1")])
    }

    @Test(
        arguments: [
            ("", nil, nil), ("cap-doi-the", "cap-doi-the", nil), ("TO-XM-01", nil, "XM-01"), ("to-xm", nil, "XM"),
            ("cap-doi-the_TO-XM", "cap-doi-the", "XM"), ("a b", nil, nil), ("đường", nil, nil), ("TO-", "TO-", nil),
            (String(repeating: "a", count: 65), nil, nil), ("x_TO-a_b", "x_TO-a_b", nil),
        ] as [(String, String?, String?)]) func `A link names a guide, a team, or both`(_ payload: String, _ guide: String?, _ team: String?)
    {
        let link = DeepLink(payload)
        #expect(link.guide == guide)
        #expect(link.team == team)
    }
}
