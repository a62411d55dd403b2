/// One help that somebody got: its kinds are never added up.
public enum HelpSession {
    /// How the help was given.
    public enum Kind: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
        /// A citizen walked alone.
        case alone = "self"
        /// A member asked for a citizen.
        case relayed
        /// Logged afterwards.
        case given
        /// A member took over from the bot.
        case handover
    }

    /// How it ended.
    public enum Outcome: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
        case solved, unsolved
        /// The person went on to another question or stopped before the end.
        case left
        /// Passed on to those above.
        case referred
        /// Nobody said how it ended.
        case unknown
    }

    /// What happened in the course of a session. Its events carry no text of a person.
    public enum Event: Sendable, Hashable {
        /// The guide was shown for the first time.
        case opened(guide: String, revision: String)
        case reached(step: String)
        /// The person was stuck; `trouble` is the number of the trouble chosen, from 0, where one was.
        case stuck(step: String, trouble: Int?)
        /// The person was told where people help.
        case askedForHuman(step: String?)
        case closed(Outcome)
    }
}
