/// The body of a call that sends a message.
struct TelegramMessage: Encodable, Sendable {
    struct Keyboard: Encodable, Sendable {
        let inlineKeyboard: [[Button]]
    }

    struct Button: Encodable, Sendable {
        let text: String
        /// 1 to 64 bytes.
        let callbackData: String
    }

    struct LinkPreview: Encodable, Sendable {
        let isDisabled = true
    }

    let chatId: String
    let text: String
    /// One button a row: labels are sentences.
    var replyMarkup: Keyboard?
    let linkPreviewOptions = LinkPreview()
}
