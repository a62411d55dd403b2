/// What Zalo posts about an Official Account; of its many events, the members that are read.
struct ZaloOAEvent: Decodable, Sendable {
    struct Party: Decodable, Sendable {
        @Lenient var id: PlatformID?
        /// Only where a person typed in the OA's own tool, not where our own message is echoed.
        @Lenient var adminId: PlatformID?
    }

    struct Message: Decodable, Sendable {
        @Lenient var msgId: PlatformID?
        @Lenient var text: String?
        @Lenient var attachments: [Lenient<Attachment>]?
    }

    struct Attachment: Decodable, Sendable {
        struct Payload: Decodable, Sendable {
            @Lenient var url: String?
        }

        @Lenient var type: String?
        @Lenient var payload: Payload?
    }

    struct Info: Decodable, Sendable {
        @Lenient var phone: PlatformID?
    }

    @Lenient var eventName: String?
    @Lenient var timestamp: PlatformID?
    @Lenient var sender: Party?
    @Lenient var recipient: Party?
    @Lenient var follower: Party?
    @Lenient var userId: PlatformID?
    @Lenient var oaId: PlatformID?
    @Lenient var message: Message?
    @Lenient var info: Info?
}
