public import Dialogue

/// What the page's script gets: the replies that it has not shown yet, and where to go on from.
public struct WebChatAnswer: Sendable, Encodable {
    public struct Item: Sendable, Encodable {
        public let number: Int
        public let text: String
        public let choices: [Choice]

        public init(number: Int, reply: Reply) {
            self.number = number
            text = reply.text
            choices = reply.choices
        }
    }

    public let replies: [Item]
    /// The number of the last reply, to be sent as `after`.
    public let next: Int

    public init(replies: [Item], after: Int) {
        self.replies = replies
        next = replies.last?.number ?? after
    }
}
