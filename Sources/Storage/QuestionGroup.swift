public import Foundation

/// Questions without an answer that are the same when folded, as one row.
public struct QuestionGroup: Sendable, Hashable {
    /// As it was typed last, masked.
    public let text: String
    public let count: Int
    public let firstAt: Date
    public let lastAt: Date
    public let channels: [String]
    /// The newest of them.
    public let number: Int64
}
