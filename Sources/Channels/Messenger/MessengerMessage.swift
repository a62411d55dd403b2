/// The body of a call that sends a message.
struct MessengerMessage: Encodable, Sendable {
    struct Recipient: Encodable, Sendable {
        let id: String
    }

    struct Message: Encodable, Sendable {
        let text: String
        var quickReplies: [QuickReply]?
    }

    struct QuickReply: Encodable, Sendable {
        let contentType = "text"
        let title: String
        let payload: String
    }

    let recipient: Recipient
    /// An answer within 24 hours of the person's last word: nothing else is sent.
    let messagingType = "RESPONSE"
    let message: Message
}
