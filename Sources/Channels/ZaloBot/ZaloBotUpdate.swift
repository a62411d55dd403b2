/// What Zalo posts to a bot, in the documents' envelope (`result`) or without it: both have been seen.
struct ZaloBotUpdate: Decodable, Sendable {
    struct Inner: Decodable, Sendable {
        @Lenient var eventName: String?
        @Lenient var message: Message?
    }

    struct Message: Decodable, Sendable {
        @Lenient var from: Sender?
        @Lenient var chat: Chat?
        @Lenient var messageId: PlatformID?
        /// In milliseconds since 1970.
        @Lenient var date: PlatformID?
        @Lenient var text: String?
        @Lenient var caption: String?
    }

    struct Sender: Decodable, Sendable {
        @Lenient var id: PlatformID?
        @Lenient var isBot: Bool?
    }

    struct Chat: Decodable, Sendable {
        @Lenient var id: PlatformID?
        /// `PRIVATE` or `GROUP`.
        @Lenient var chatType: String?
    }

    @Lenient var result: Inner?
    @Lenient var eventName: String?
    @Lenient var message: Message?

    var event: String? { result?.eventName ?? eventName }
    var content: Message? { result?.message ?? message }
}
