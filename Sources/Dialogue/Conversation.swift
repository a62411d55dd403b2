public import Foundation

/// Where a person stands: kept between turns, carries no text of theirs.
public struct Conversation: Sendable, Hashable, Codable {
    /// A guide that is being walked.
    public struct Walk: Sendable, Hashable, Codable {
        public let guide: String
        /// The revision it began with.
        public let revision: String
        /// The step that was shown last; nil where only the overview was.
        public var step: String?
        /// How often the person was stuck in this walk.
        public var timesStuck = 0
    }

    /// What the last reply asked, so that a bare yes or no has a meaning.
    public enum Question: String, Sendable, Hashable, Codable {
        case start, finished, forget
    }

    /// How many turns the person has had.
    public var turn = 0
    public var walk: Walk?
    /// The walk that was left for another question.
    public var paused: Walk?
    /// The choices of the last reply that had some: numbers and labels are read against them.
    public var offered: [Choice] = []
    public var question: Question?
    /// How many questions in a row were not understood.
    public var timesUnknown = 0
    public var wasGreeted = false
    /// When the last event happened that counted.
    public var lastEventAt: Date?

    public init() {}
}
