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
        /// The place of that step in its guide, from 0: where to go on if the guide is revised without it.
        public var place: Int?
        /// How often the person was stuck in this walk.
        public var timesStuck = 0
        /// The step at which the person was stuck last.
        public var stuckAt: String?
    }

    /// How many turns the person has had.
    public var turn = 0
    public var walk: Walk?
    /// The walk that was left for another question.
    public var paused: Walk?
    /// The choices of the last reply that had some: numbers and labels are read against them, and so is a bare yes or no.
    public var offered: [Choice] = []
    /// How many questions in a row were not understood.
    public var timesUnknown = 0
    public var wasGreeted = false
    /// When the person typed invitation codes that were none, of the last day.
    public var wrongCodes: [Date]?
    /// When the last event happened that counted.
    public var lastEventAt: Date?

    public init() {}
}
