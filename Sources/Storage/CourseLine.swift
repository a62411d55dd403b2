/// One thing that was said in a conversation, masked.
public struct CourseLine: Sendable, Hashable {
    public let isPerson: Bool
    /// Whether it is the question that one looks at.
    public let isQuestion: Bool
    public let text: String
}
