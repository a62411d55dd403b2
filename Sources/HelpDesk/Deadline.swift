/// Something that is to happen at a time: a row with its due time, so that nothing sleeps in memory.
public struct Deadline: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A session has been silent for long: it closes as unknown.
        case sessionEnds = "session-ends"
        /// A member's session is still open in the evening: how did it end?
        case sessionAsks = "session-asks"
        /// The duty hours begin: those on duty are called.
        case handOverCalls = "hand-over-calls"
        /// Nobody has claimed a hand-over in time: the next ones are called.
        case handOverWaits = "hand-over-waits"
        /// A claim may have run out.
        case claimEnds = "claim-ends"
    }

    public let kind: Kind
    /// The session or the hand-over. There is one deadline of a kind for each: a new one takes the place of the old.
    public let subject: Int64

    public init(_ kind: Kind, of subject: Int64) {
        self.kind = kind
        self.subject = subject
    }
}
