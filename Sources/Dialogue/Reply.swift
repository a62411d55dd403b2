/// One thing the bot says: plain text, lines apart by a line feed, and what may be chosen.
///
/// How a channel shows it (buttons or a numbered list, one message or several) is the channel's business.
public struct Reply: Sendable, Hashable, Codable {
    public let text: String
    public let choices: [Choice]

    public init(text: String, choices: [Choice] = []) {
        self.text = text
        self.choices = choices
    }
}
