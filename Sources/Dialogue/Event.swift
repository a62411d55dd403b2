public import Foundation
public import HelpDesk
public import Matching
public import Vietnamese

/// What happened: something came from a person.
public struct Event: Sendable, Hashable {
    public enum Input: Sendable, Hashable {
        /// A text, masked, and what the matcher makes of it.
        case text(MaskedText, Understanding)
        /// A choice, as the text that its button carried.
        case choice(String)
        case attachment(Attachment)
        /// The person opened the chat; the guide that a link or a QR code named, where it named one.
        case opened(guide: String?, team: String? = nil)
        /// The person takes back the consent to be written to.
        case withdrawn
        /// The person blocked us or left.
        case gone
        /// Somebody of ours answered with the platform's own tool.
        case takenOver
        /// What the database answers to a query of the same turn.
        case told(Answer)
        /// A time has come.
        case due(Deadline)
    }

    /// What came instead of a text.
    public enum Attachment: String, Sendable, Hashable, Codable {
        case picture, sticker, voice, location, file, other
        /// The platform keeps what this person sends from machines: children, people who cannot read.
        case withheld
    }

    /// When the platform took it from the person.
    public let at: Date
    public let input: Input
    /// The number that the person typed or gave by a card, sealed; it waits for their consent.
    public let telephone: SealedTelephone?

    public init(at: Date, input: Input, telephone: SealedTelephone? = nil) {
        self.at = at
        self.input = input
        self.telephone = telephone
    }
}

extension Event.Input {
    /// Whether somebody did it, or time or the database speaks.
    public var isFromPerson: Bool {
        switch self {
        case .told, .due, .takenOver: false
        default: true
        }
    }
}
