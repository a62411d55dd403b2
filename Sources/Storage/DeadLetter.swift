public import Foundation

/// A reply that was given up: who did not get it and why, without a word of it.
public struct DeadLetter: Sendable, Hashable {
    public let id: Int64
    /// The person's number in the database; no name.
    public let person: Int64
    public let channel: String
    public let account: String
    public let queuedAt: Date
    public let givenUpAt: Date
    public let reason: String
}

/// How the outbox stands.
public struct OutboxStanding: Sendable, Hashable {
    /// What waits on one channel.
    public struct Waiting: Sendable, Hashable {
        public let channel: String
        public let account: String
        public let replies: Int
        public let oldest: Date
    }

    /// A channel over which nothing goes out.
    public struct Stop: Sendable, Hashable {
        public let channel: String
        public let account: String
        public let since: Date
        public let reason: String
    }

    public let waiting: [Waiting]
    public let stops: [Stop]
}
