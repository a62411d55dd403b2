/// What Telegram posts (Bot API 10.1): the members that are read.
struct TelegramUpdate: Decodable, Sendable {
    struct Message: Decodable, Sendable {
        @Lenient var from: User?
        @Lenient var chat: Chat?
        @Lenient var replyToMessage: RepliedTo?
        @Lenient var text: String?
        @Lenient var caption: String?
        @Lenient var contact: Contact?
        @Lenient var photo: Presence?
        @Lenient var sticker: Presence?
        @Lenient var voice: Presence?
        @Lenient var audio: Presence?
        @Lenient var location: Presence?
        @Lenient var document: Presence?
        @Lenient var video: Presence?
        @Lenient var videoNote: Presence?
        @Lenient var poll: Presence?
        @Lenient var dice: Presence?
    }

    /// Something is there; what, is not read.
    struct Presence: Decodable, Sendable {
        init(from decoder: any Decoder) {}
    }

    struct User: Decodable, Sendable {
        @Lenient var id: PlatformID?
        @Lenient var isBot: Bool?
    }

    struct Chat: Decodable, Sendable {
        @Lenient var id: PlatformID?
        @Lenient var type: String?

        var isPrivate: Bool { type == "private" }
        var isGroup: Bool { type == "group" || type == "supergroup" }
    }

    struct RepliedTo: Decodable, Sendable {
        @Lenient var from: User?
    }

    struct Contact: Decodable, Sendable {
        @Lenient var phoneNumber: PlatformID?
        @Lenient var userId: PlatformID?
    }

    struct CallbackQuery: Decodable, Sendable {
        @Lenient var id: PlatformID?
        @Lenient var from: User?
        @Lenient var message: Message?
        @Lenient var data: String?
    }

    struct Membership: Decodable, Sendable {
        struct State: Decodable, Sendable {
            @Lenient var status: String?
        }

        @Lenient var chat: Chat?
        @Lenient var from: User?
        @Lenient var newChatMember: State?
    }

    @Lenient var updateId: PlatformID?
    @Lenient var message: Message?
    @Lenient var callbackQuery: CallbackQuery?
    @Lenient var myChatMember: Membership?
}
