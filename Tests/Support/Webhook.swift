import Foundation

/// What a platform posts to the service, and how it proves itself.
public struct Webhook: Sendable {
    private let browser: Browser

    public init(browser: Browser) {
        self.browser = browser
    }

    /// Somebody writes to the Telegram bot.
    public func telegram(_ update: Int, from person: Int, text: String) async throws -> Browser.Answer {
        let message = #"{"message_id":\#(update),"from":\#(Self.user(person)),"chat":{"id":\#(person),"type":"private"},"text":"\#(text)"}"#
        return try await telegram(#"{"update_id":\#(update),"message":\#(message)}"#)
    }

    /// Somebody presses a button of the Telegram bot.
    public func telegram(_ update: Int, from person: Int, pressing value: String) async throws -> Browser.Answer {
        let message = #"{"message_id":1,"chat":{"id":\#(person),"type":"private"}}"#
        let query = #"{"id":"q\#(update)","from":\#(Self.user(person)),"message":\#(message),"data":"\#(value)"}"#
        return try await telegram(#"{"update_id":\#(update),"callback_query":\#(query)}"#)
    }

    /// Somebody writes to the Zalo Bot.
    public func zaloBot(_ message: String, from chat: String, text: String) async throws -> Browser.Answer {
        let milliseconds = Int(Date().timeIntervalSince1970 * 1000)
        let body = """
            {"ok":true,"result":{"event_name":"message.text.received","message":{"message_id":"\(message)","date":\(milliseconds),\
            "from":{"id":"u-\(chat)","is_bot":false},"chat":{"id":"\(chat)","chat_type":"PRIVATE"},"text":"\(text)"}}}
            """
        return try await browser.post("webhooks/zalo-bot", body, headers: ["X-Bot-Api-Secret-Token": "made-up-zalo"])
    }

    private func telegram(_ body: String) async throws -> Browser.Answer {
        try await browser.post("webhooks/telegram", body, headers: ["X-Telegram-Bot-Api-Secret-Token": "made-up-telegram"])
    }

    private static func user(_ person: Int) -> String {
        #"{"id":\#(person),"is_bot":false,"first_name":"Người mẫu"}"#
    }
}
