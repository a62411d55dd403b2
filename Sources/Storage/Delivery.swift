public import Dialogue
public import Foundation
public import HelpDesk

/// A reply leased for sending: its next part goes out now, and nobody else sends anything to this person until it is settled.
public struct Delivery: Sendable {
    /// Of the outbox row, for the log.
    public let id: Int64
    let person: Int64
    let number: Int
    public let address: PersonAddress
    public let reply: Reply
    public let queuedAt: Date
    /// How many of its messages have been sent.
    public let part: Int
    /// From which of its messages on the platform gets them without buttons; nil where it took the buttons so far.
    public let plainFrom: Int?
    /// How often this part was tried in vain.
    public let attempts: Int
}
