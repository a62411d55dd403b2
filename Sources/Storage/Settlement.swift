public import Foundation

/// What became of a leased delivery.
public struct Settlement: Sendable {
    public enum Outcome: Sendable, Hashable {
        /// The part has been taken by the platform.
        case sent(isLast: Bool)
        /// The part is to go out without buttons, at once.
        case plain
        /// The part is to be tried again.
        case again(at: Date, reason: String, mayHaveArrived: Bool)
        /// It was not tried after all.
        case untried(until: Date)
        case givenUp(reason: String)
        /// Nothing goes to this person until they write.
        case unreachable(reason: String)
        /// Nothing goes out over this channel until a person has looked; this delivery waits with the others.
        case channelStopped(reason: String)
    }

    public let delivery: Delivery
    public let outcome: Outcome
    public let at: Date
    /// When the next message may go to this person.
    public let freeAt: Date

    public init(_ delivery: Delivery, _ outcome: Outcome, at: Date, freeAt: Date) {
        self.delivery = delivery
        self.outcome = outcome
        self.at = at
        self.freeAt = freeAt
    }
}
