import Dialogue
import Foundation
import HelpDesk
import Testing

@testable import Channels

/// The very bytes that go to each platform.
struct RequestTests {
    private static let reply = Reply(
        text: "Mở ứng dụng",
        choices: [
            Choice(label: "Xong", value: ChoiceValue(.done, guide: "g", revision: "r", step: "s", turn: 1)),
            Choice(label: "Gặp người thật", value: ChoiceValue(.human, turn: 1)),
        ])

    private static func sent(_ specimen: Specimen, to name: String = "7") throws -> OutboundRequest {
        let requests = specimen.channel.requests(for: reply, to: PersonAddress(channel: specimen.channel.name, name: name))
        #expect(requests.count == 1)
        return try #require(requests.first)
    }

    private static func body(_ request: OutboundRequest?) -> String { String(decoding: request?.body ?? Data(), as: UTF8.self) }

    @Test func `Zalo OA: a text with a numbered list`() throws {
        let request = try Self.sent(.zaloOA)
        #expect(request.url.absoluteString == "https://zalo.example/v3.0/oa/message/cs")
        #expect(request.headers["access_token"] == "made-up-access-token")
        #expect(Self.body(request) == #"{"message":{"text":"Mở ứng dụng\n\n1. Xong\n2. Gặp người thật"},"recipient":{"user_id":"7"}}"#)
    }

    @Test func `Zalo OA: buttons where they are switched on, and the list where they are refused`() throws {
        let request = try Self.sent(.zaloOA(hasButtons: true))
        #expect(
            Self.body(request)
                == #"{"message":{"attachment":{"payload":{"buttons":[{"payload":"d|g|r|s|1","title":"Xong","type":"oa.query.hide"},{"payload":"h||||1","title":"Gặp người thật","type":"oa.query.hide"}]},"type":"template"},"text":"Mở ứng dụng"},"recipient":{"user_id":"7"}}"#
        )
        #expect(
            request.plain.map(Self.body) == [
                #"{"message":{"text":"Mở ứng dụng\n\n1. Xong\n2. Gặp người thật"},"recipient":{"user_id":"7"}}"#
            ])
    }

    @Test func `Zalo OA: what a button carried comes back as a text and is a choice`() throws {
        let body = #"{"event_name":"user_send_text","sender":{"id":"7"},"message":{"msg_id":"1","text":"d|g|r|s|1"},"timestamp":"1"}"#
        #expect(try Specimen.zaloOA.read(body).map(\.content) == [.choice("d|g|r|s|1")])
    }

    @Test func `Zalo OA: a group is written to without buttons and without mentioning anybody`() throws {
        let reply = Reply(text: "Bác [@123] hỏi", choices: Self.reply.choices)
        let specimen = Specimen.zaloOA(hasButtons: true)
        let request = try #require(specimen.channel.requests(for: reply, to: PersonAddress(channel: "zalo-oa", account: "", chat: "5a")).first)
        #expect(request.url.absoluteString == "https://zalo.example/v3.0/oa/group/message")
        #expect(
            Self.body(request) == #"{"message":{"text":"Bác @123] hỏi\n\n1. Xong\n2. Gặp người thật"},"recipient":{"group_id":"5a"}}"#)
    }

    @Test func `Zalo Bot: a text with a numbered list, to the chat`() throws {
        let request = try Self.sent(.zaloBot)
        #expect(request.url.absoluteString == "https://bot.example/bot1:made-up/sendMessage")
        #expect(Self.body(request) == #"{"chat_id":"7","text":"Mở ứng dụng\n\n1. Xong\n2. Gặp người thật"}"#)
        #expect(Self.body(try Self.sent(.zaloBot, to: "group:zgr-1")).hasPrefix(#"{"chat_id":"zgr-1""#))
    }

    @Test func `Telegram: a keyboard, one choice a row`() throws {
        let request = try Self.sent(.telegram)
        #expect(request.url.absoluteString == "https://telegram.example/bot900000009:made-up/sendMessage")
        #expect(
            Self.body(request)
                == #"{"chat_id":"7","link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"callback_data":"d|g|r|s|1","text":"Xong"}],[{"callback_data":"h||||1","text":"Gặp người thật"}]]},"text":"Mở ứng dụng"}"#
        )
        #expect(
            request.plain.map(Self.body) == [
                #"{"chat_id":"7","link_preview_options":{"is_disabled":true},"text":"Mở ứng dụng\n\n1. Xong\n2. Gặp người thật"}"#
            ])
        #expect(Self.body(try Self.sent(.telegram, to: "group:-9")).hasPrefix(#"{"chat_id":"-9""#))
    }

    @Test func `Messenger: quick replies, as an answer`() throws {
        let request = try Self.sent(.messenger)
        #expect(request.url.absoluteString == "https://graph.example/v25.0/me/messages")
        #expect(request.headers["Authorization"] == "Bearer made-up-page-token")
        #expect(
            Self.body(request)
                == #"{"message":{"quick_replies":[{"content_type":"text","payload":"d|g|r|s|1","title":"Xong"},{"content_type":"text","payload":"h||||1","title":"Gặp người thật"}],"text":"Mở ứng dụng"},"messaging_type":"RESPONSE","recipient":{"id":"7"}}"#
        )
    }

    @Test func `Messenger: what a quick reply or a button carried is a choice`() throws {
        for event in [
            #""message":{"mid":"1","text":"Xong","quick_reply":{"payload":"d|g|r|s|1"}}"#,
            #""postback":{"mid":"1","title":"Xong","payload":"d|g|r|s|1"}"#,
        ] {
            let body = #"{"entry":[{"messaging":[{"sender":{"id":"7"},\#(event)}]}]}"#
            #expect(try Specimen.messenger.read(body).map(\.content) == [.choice("d|g|r|s|1")])
        }
    }

    @Test func `Messenger: Get Started without a link opens the chat`() throws {
        let body = #"{"entry":[{"messaging":[{"sender":{"id":"7"},"postback":{"mid":"1","title":"Bắt đầu","payload":"get_started"}}]}]}"#
        #expect(try Specimen.messenger.read(body).map(\.content) == [.opened(guide: nil)])
    }

    @Test func `Zalo OA: consent that is taken back deletes`() throws {
        let body = #"{"event_name":"user_withdraw","sender":{"id":"7"},"timestamp":"1764000000000"}"#
        let message = try #require(try Specimen.zaloOA.read(body).first)
        #expect(message.content == .withdrawn)
        #expect(message.id == "user_withdraw:7:1764000000000")
    }

    @Test func `Zalo OA: what is said to a group by the OA's own people takes over nobody`() throws {
        let body = #"{"event_name":"oa_send_group_text","sender":{"id":"2","admin_id":"6"},"recipient":{"id":"5a"},"timestamp":"1764000000000"}"#
        #expect(try Specimen.zaloOA.read(body).isEmpty)
    }
}
