/// Why a message did not arrive, and what is to be done about it.
public struct SendError: Error, Sendable, Hashable {
    /// What helps.
    public enum Remedy: Sendable, Hashable {
        /// Again later: after so many seconds where the platform says how many, else with growing pauses.
        case retry(after: Double?)
        /// A new token first, then once more.
        case refreshToken
        /// Once more without buttons.
        case plainText
        /// Never again: this message cannot be delivered.
        case giveUp
        /// Nothing more to this person until they write again.
        case stopContact
        /// Nothing more over this channel until a person has looked.
        case stopChannel
    }

    public let remedy: Remedy
    /// Whether the message may have arrived all the same: then it is tried once more and no oftener (promise 2).
    public let mayHaveArrived: Bool
    /// For the coordinator's page and the log: no token, no address, no word of a person.
    public let summary: String

    public init(_ remedy: Remedy, mayHaveArrived: Bool = false, summary: String) {
        self.remedy = remedy
        self.mayHaveArrived = mayHaveArrived
        self.summary = summary
    }
}
