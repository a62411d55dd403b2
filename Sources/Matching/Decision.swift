/// What to do with a question.
public enum Decision: String, Sendable, Hashable, Codable {
    /// One intent is clear.
    case answer
    /// Two or three are close: ask which.
    case clarify
    /// The catalogue does not know.
    case unknown
}
