/// One thing the bot says: plain text, lines apart by a line feed, and what may be chosen.
///
/// How a channel shows it (buttons or a numbered list, one message or several) is the channel's business.
public struct Reply: Sendable, Hashable, Codable {
    /// Stands in a text where the number to call back on is to be read. The number itself is put in at the moment of
    /// delivery and never before: what is stored is this place and the hand-over that has the number.
    public static let telephonePlace = "\u{FFFC}"

    /// Stands in a text where a one-time link is to be read, likewise.
    public static let linkPlace = "\u{FFFB}"

    public let text: String
    public let choices: [Choice]
    /// The hand-over whose number stands in the text.
    public let telephoneOf: Int64?
    /// The one-time link that stands in the text.
    public let linkOf: Int64?

    public init(text: String, choices: [Choice] = [], telephoneOf: Int64? = nil, linkOf: Int64? = nil) {
        self.text = text
        self.choices = choices
        self.telephoneOf = telephoneOf
        self.linkOf = linkOf
    }
}
