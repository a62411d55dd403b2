public import Foundation

/// A reply that was given up, as its coordinators see it: who did not get it and why, never what it said.
public struct LostReply: Sendable, Hashable {
    public let number: Int64
    public let channel: String
    public let givenUpAt: Date
    /// As the sender put it down, for whoever looks after the service.
    public let reason: String
    /// Whether it was for a member.
    public let isForMember: Bool
    /// Whether the person blocked us or left; to send it again would be in vain.
    public let isUnreachable: Bool
}
