public import Foundation
public import HelpDesk
public import Vietnamese

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

    /// What the next text is taken for.
    public var awaiting: Awaiting?
    /// A help that is about to be logged.
    public var draft: Draft?
    /// The hand-over that a member with several has in hand.
    public var inHand: Int64?
    /// Whether a member likes to go step by step rather than to get the whole guide.
    public var relaysByStep: Bool?
    /// A member's line that may have been meant for the bot, until they have said whom it is for.
    public var doubtful: Doubtful?
    /// A number to call back on, until the person has consented.
    public var telephone: SealedTelephone?
    /// Until when the bot keeps out of it, because somebody answers with the platform's own tool.
    public var silentUntil: Date?

    public init() {}

    public enum Awaiting: Sendable, Hashable, Codable {
        /// The name of the commune or village, to find the team that can help.
        case team
        /// A note on an own entry.
        case note(Int64)
        /// What was wrong with an own entry.
        case correction(Int64)
    }

    /// A help that is about to be logged, part by part.
    public struct Draft: Sendable, Hashable, Codable {
        public var entry: HelpEntry
        /// What has not been said yet, in the order in which it is asked for.
        public var missing: [LogLine.Part]
        /// The guides that it may have been about.
        public var topics: [String]
    }

    public struct Doubtful: Sendable, Hashable, Codable {
        public var text: MaskedText
        /// The guide that the bot would answer with.
        public var guide: String?
        /// The choice that it would be.
        public var choice: Choice?
    }
}
