public import Foundation

/// A question that was not answered, or whose answer did not help.
public struct OpenQuestion: Sendable, Hashable {
    public let number: Int64
    /// Masked.
    public let text: String
    public let at: Date
    public let channel: String
    /// Whether it was answered, and the answer did not help.
    public let wasAnswered: Bool
}
