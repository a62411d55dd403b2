public import Dialogue
public import Foundation
public import HelpDesk

/// What a channel read out of a request: who wrote what, when, and the platform's id of it.
///
/// The text is still as it was typed; nothing but masking may happen to it.
public struct InboundMessage: Sendable {
    public enum Content: Sendable, Hashable {
        case text(String)
        case choice(String)
        case attachment(Event.Attachment)
        case opened(guide: String?)
    }

    public let address: PersonAddress
    public let id: String
    public let at: Date
    public let content: Content
    /// Whether the channel has shown the greeting already.
    public let wasGreeted: Bool
    /// The last reply that the person has seen, on a channel that reads replies with a cursor.
    public let seen: Int?

    public init(address: PersonAddress, id: String, at: Date, content: Content, wasGreeted: Bool = false, seen: Int? = nil) {
        self.address = address
        self.id = id
        self.at = at
        self.content = content
        self.wasGreeted = wasGreeted
        self.seen = seen
    }
}
