import Dialogue
import Foundation
import HelpDesk
import Testing

@testable import Channels

/// What each body that a platform is known to post means to us.
struct FixtureTests {
    private static let zaloPerson = "3000000000000000003"
    private static let botPerson = "6e00000000000000000a"
    private static let botMessage = "2d758cb5e222177a4e35"
    private static let telegramPerson = "700000001"
    private static let messengerPerson = "120000000000012"

    /// The fixture, and for each message that is read: who, its id, what; nothing where it is acknowledged and ignored.
    static let expected: [String: [Expected]] = [
        "zalo_oa/anonymous_send_text": [],
        "zalo_oa/follow": [Expected(zaloPerson, "follow:3000000000000000003:1764000000000", .opened(guide: nil))],
        "zalo_oa/oa_send_text_by_admin": [Expected(zaloPerson, "a4d0243feee163bd3af3", .takenOver)],
        "zalo_oa/oa_send_text_by_api": [],
        "zalo_oa/unfollow": [Expected(zaloPerson, "unfollow:3000000000000000003:1764000000000", .gone)],
        "zalo_oa/user_click_chatnow": [Expected(zaloPerson, "user_click_chatnow:3000000000000000003:1764000000000", .opened(guide: nil))],
        "zalo_oa/user_join_group": [],
        "zalo_oa/user_reacted_message": [],
        "zalo_oa/user_received_message": [],
        "zalo_oa/user_received_message_zns": [],
        "zalo_oa/user_seen_message": [],
        "zalo_oa/user_send_audio": [Expected(zaloPerson, "96d3cdf3af150460915", .attachment(.voice))],
        "zalo_oa/user_send_file": [Expected(zaloPerson, "96d3cdf3af150460919", .attachment(.file))],
        "zalo_oa/user_send_gif": [Expected(zaloPerson, "96d3cdf3af150460920", .attachment(.picture))],
        "zalo_oa/user_send_group_text": [
            Expected(zaloPerson, "96d3cdf3af150460940", .text("lịch họp tổ hôm nay mấy giờ"), group: "5a00000000000000005f")
        ],
        "zalo_oa/user_send_image": [Expected(zaloPerson, "96d3cdf3af150460912", .attachment(.picture))],
        "zalo_oa/user_send_image_caption": [Expected(zaloPerson, "96d3cdf3af150460913", .text("giấy này là gì"))],
        "zalo_oa/user_send_link": [Expected(zaloPerson, "96d3cdf3af150460914", .text("https://dichvucong.gov.vn"))],
        "zalo_oa/user_send_location": [Expected(zaloPerson, "96d3cdf3af150460918", .attachment(.location))],
        "zalo_oa/user_send_sticker": [Expected(zaloPerson, "96d3cdf3af150460917", .attachment(.sticker))],
        "zalo_oa/user_send_text": [Expected(zaloPerson, "96d3cdf3af150460909", .text("Cho tôi hỏi cách đăng ký tài khoản VNeID"))],
        "zalo_oa/user_send_text_button_payload": [Expected(zaloPerson, "96d3cdf3af150460910", .text("#menu.vneid"))],
        "zalo_oa/user_send_text_quote": [Expected(zaloPerson, "96d3cdf3af150460911", .text("đúng rồi"))],
        "zalo_oa/user_send_video": [Expected(zaloPerson, "96d3cdf3af150460916", .attachment(.other))],
        "zalo_oa/user_submit_info": [Expected(zaloPerson, "user_submit_info:3000000000000000003:1764000000000", .telephone("84900000000"))],
        "zalo_oa/user_submit_info_legacy": [
            Expected(zaloPerson, "user_submit_info:3000000000000000003:1764000000000", .telephone("84900000000"))
        ],
        "zalo_oa/webhook_url_probe": [],

        "zalo_bot/message_image_photo": [Expected(botPerson, botMessage, .text("giấy này là gì"))],
        "zalo_bot/message_image_photo_url": [Expected(botPerson, botMessage, .attachment(.picture))],
        "zalo_bot/message_sticker": [Expected(botPerson, botMessage, .attachment(.sticker))],
        "zalo_bot/message_text_group": [Expected(botPerson, botMessage, .text("lịch họp"), group: "zgr-0000000000000000000b")],
        "zalo_bot/message_text_private": [Expected(botPerson, botMessage, .text("Xin chào"))],
        "zalo_bot/message_text_private_unwrapped": [Expected(botPerson, botMessage, .text("Xin chào"))],
        "zalo_bot/message_unsupported": [Expected(botPerson, botMessage, .attachment(.withheld))],
        "zalo_bot/message_voice": [Expected(botPerson, botMessage, .attachment(.voice))],

        "telegram/callback_query": [Expected(telegramPerson, "174114372", .choice("m:vneid"))],
        "telegram/edited_message": [],
        "telegram/group_migrated": [],
        "telegram/message_contact": [Expected(telegramPerson, "174114378", .telephone("84900000000"))],
        "telegram/message_group_command": [Expected(telegramPerson, "174114375", .text("lich"), group: "-1000000000001")],
        "telegram/message_location": [Expected(telegramPerson, "174114377", .attachment(.location))],
        "telegram/message_photo": [Expected(telegramPerson, "174114376", .text("giấy này là gì"))],
        "telegram/message_start_deeplink": [Expected(telegramPerson, "174114371", .opened(guide: "xa_mau-qr01"))],
        "telegram/message_text": [Expected(telegramPerson, "174114370", .text("Xin chào"))],
        "telegram/my_chat_member_added_to_group": [],
        "telegram/my_chat_member_blocked": [Expected(telegramPerson, "174114373", .gone)],

        "messenger/batch_two_entries": [
            Expected(messengerPerson, "m_made-up-mid-9", .text("một")), Expected(messengerPerson, "m_made-up-mid-10", .text("hai")),
        ],
        "messenger/delivery": [],
        "messenger/echo": [],
        "messenger/message_image": [Expected(messengerPerson, "m_made-up-mid-3", .attachment(.picture))],
        "messenger/message_location": [Expected(messengerPerson, "m_made-up-mid-5", .attachment(.location))],
        "messenger/message_quick_reply": [Expected(messengerPerson, "m_made-up-mid-2", .text("VNeID"))],
        "messenger/message_sticker_thumbs_up": [Expected(messengerPerson, "m_made-up-mid-4", .attachment(.sticker))],
        "messenger/message_text": [Expected(messengerPerson, "m_made-up-mid-1", .text("Xin chào"))],
        "messenger/postback": [Expected(messengerPerson, "m_made-up-mid-6", .text("Gặp tổ viên"))],
        "messenger/postback_get_started_referral": [Expected(messengerPerson, "m_made-up-mid-7", .opened(guide: "xa_mau-qr01"))],
        "messenger/referral_mme": [Expected(messengerPerson, "referral:120000000000012:1764000000000", .opened(guide: "xa_mau-qr01"))],
    ]

    struct Expected: Equatable {
        let person: String
        let id: String
        let content: InboundMessage.Content
        let group: String?

        init(_ person: String, _ id: String, _ content: InboundMessage.Content, group: String? = nil) {
            self.person = person
            self.id = id
            self.content = content
            self.group = group
        }

        init(_ message: InboundMessage) {
            self.init(message.address.name, message.id, message.content, group: message.group?.chat)
        }
    }

    @Test(arguments: expected.keys.sorted()) func `A body that a platform posts is read as it is meant`(_ name: String) throws {
        let specimen = try #require(Specimen.all.first { name.hasPrefix($0.folder + "/") })
        let messages = try specimen.read(try Specimen.fixture(name + ".json"))
        #expect(messages.map(Expected.init) == Self.expected[name])
        for message in messages {
            #expect(message.address.channel == specimen.channel.name)
            #expect(message.address.account == specimen.channel.account)
            let told = Date(timeIntervalSince1970: 1_764_000_000)
            #expect(message.at == (specimen.channel.name == "telegram" ? Specimen.received : told))
        }
    }

    @Test func `No fixture is left out`() throws {
        let files = try Specimen.all.flatMap { specimen in
            try FileManager.default.contentsOfDirectory(atPath: Specimen.fixtures.appending(path: specimen.folder).path).map {
                specimen.folder + "/" + $0.replacing(".json", with: "")
            }
        }
        #expect(Set(files) == Set(Self.expected.keys))
    }
}
