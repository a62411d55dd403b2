public import Catalogue
public import HelpDesk

/// What the dialogue is told of the world before it answers.
public struct Situation: Sendable {
    public let conversation: Conversation
    /// The guide that the person is walking, in the revision with which the walk began, where that is still kept.
    public let guide: Guide?
    /// The guide that was left for another question, likewise.
    public let paused: Guide?
    /// The person's team, where it is known.
    public let contact: Contact?

    public init(conversation: Conversation = Conversation(), guide: Guide? = nil, paused: Guide? = nil, contact: Contact? = nil) {
        self.conversation = conversation
        self.guide = guide
        self.paused = paused
        self.contact = contact
    }
}
