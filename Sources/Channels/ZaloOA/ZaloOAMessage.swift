/// The body of a call that sends a message of an Official Account.
struct ZaloOAMessage: Encodable, Sendable {
    struct Recipient: Encodable, Sendable {
        var userId: String?
        var groupId: String?
    }

    struct Message: Encodable, Sendable {
        let text: String
        var attachment: Attachment?
    }

    struct Attachment: Encodable, Sendable {
        struct Payload: Encodable, Sendable {
            let buttons: [Button]
        }

        let type = "template"
        let payload: Payload
    }

    struct Button: Encodable, Sendable {
        let title: String
        /// The person's app sends the payload as a text of theirs that is not shown.
        let type = "oa.query.hide"
        let payload: String
    }

    let recipient: Recipient
    let message: Message
}
