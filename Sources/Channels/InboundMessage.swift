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
        /// The guide and the team that a link or a QR code named.
        case opened(guide: String?, team: String? = nil)
        /// A telephone number that the person gave by the platform's own card: in no other form does one come through.
        case telephone(String)
        /// The person takes back the consent to be written to: everything of theirs is deleted.
        case withdrawn
        /// The person blocked us or left: nothing can be sent until they write again.
        case gone
        /// Somebody of ours answered with the platform's own tool: the bot keeps out of it for a while.
        case takenOver
    }

    public let address: PersonAddress
    public let id: String
    public let at: Date
    public let content: Content
    /// The group in which it was said to us; nil in a private chat.
    public let group: PersonAddress?
    /// Whether the channel has shown the greeting already.
    public let wasGreeted: Bool
    /// The last reply that the person has seen, on a channel that reads replies with a cursor.
    public let seen: Int?
    /// What the answer to the platform's request is to say, in JSON, where the platform waits for a word of its own.
    public let acknowledgement: Data?

    public init(
        address: PersonAddress, id: String, at: Date, content: Content, group: PersonAddress? = nil, wasGreeted: Bool = false, seen: Int? = nil,
        acknowledgement: Data? = nil
    ) {
        self.address = address
        self.id = id
        self.at = at
        self.content = content
        self.group = group
        self.wasGreeted = wasGreeted
        self.seen = seen
        self.acknowledgement = acknowledgement
    }
}
