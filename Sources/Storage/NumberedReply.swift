public import Dialogue

/// A reply with its place among all replies to one person, from 1.
public struct NumberedReply: Sendable, Hashable {
    public let number: Int
    public let reply: Reply

    public init(number: Int, reply: Reply) {
        self.number = number
        self.reply = reply
    }
}

/// One entry of a conversation as it went.
public enum CourseEntry: Sendable, Hashable {
    /// What the person said, masked.
    case person(String)
    case bot(NumberedReply)
}
