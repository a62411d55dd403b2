public import Foundation
public import HelpDesk

/// An account over which a member can be written to.
public struct MemberAccount: Sendable, Hashable {
    /// The member's code.
    public let member: String
    public let channel: String
    public let lastSeenAt: Date
    /// Whether the person blocked us, left, or ended the visit to the web page: until they write again nothing reaches them.
    public let isGone: Bool

    public init(member: String, channel: String, lastSeenAt: Date, isGone: Bool) {
        self.member = member
        self.channel = channel
        self.lastSeenAt = lastSeenAt
        self.isGone = isGone
    }

    /// Whether the member can be called to a hand-over: a message to them goes through and costs nothing.
    public func isReachable(_ reach: Reach, at date: Date) -> Bool {
        !isGone && reach.isFree(last: lastSeenAt, now: date)
    }
}
