/// What Meta posts about a page, several events at once: the members that are read.
struct MessengerEvent: Decodable, Sendable {
    struct Entry: Decodable, Sendable {
        @Lenient var messaging: [Lenient<Item>]?
    }

    struct Item: Decodable, Sendable {
        @Lenient var sender: Party?
        /// In milliseconds since 1970.
        @Lenient var timestamp: PlatformID?
        @Lenient var message: Message?
        @Lenient var postback: Postback?
        @Lenient var referral: Referral?
    }

    struct Party: Decodable, Sendable {
        @Lenient var id: PlatformID?
    }

    struct Message: Decodable, Sendable {
        @Lenient var mid: PlatformID?
        @Lenient var text: String?
        @Lenient var isEcho: Bool?
        @Lenient var quickReply: QuickReply?
        @Lenient var attachments: [Lenient<Attachment>]?
    }

    struct QuickReply: Decodable, Sendable {
        @Lenient var payload: String?
    }

    struct Attachment: Decodable, Sendable {
        struct Payload: Decodable, Sendable {
            @Lenient var stickerId: PlatformID?
        }

        @Lenient var type: String?
        @Lenient var payload: Payload?
    }

    struct Postback: Decodable, Sendable {
        @Lenient var mid: PlatformID?
        @Lenient var title: String?
        @Lenient var payload: String?
        @Lenient var referral: Referral?
    }

    struct Referral: Decodable, Sendable {
        @Lenient var ref: String?
    }

    @Lenient var entry: [Lenient<Entry>]?

    var items: [Item] { (entry ?? []).compactMap(\.wrappedValue).flatMap { ($0.messaging ?? []).compactMap(\.wrappedValue) } }
}
