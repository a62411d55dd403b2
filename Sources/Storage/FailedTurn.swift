public import Dialogue
public import Foundation
public import HelpDesk
public import Vietnamese

/// A turn that threw or crashed, kept so that it can be tried again.
public struct FailedTurn: Sendable {
    /// What came in, without what the matcher made of it: that is found out anew.
    public enum Input: Sendable, Hashable, Codable {
        case text(MaskedText)
        case choice(String)
        case attachment(Event.Attachment)
        case opened(guide: String?, team: String? = nil)
        case withdrawn, gone, takenOver
        case due(Deadline)

        init(_ input: Event.Input) {
            switch input {
            case .text(let text, _): self = .text(text)
            // What is no choice of ours may be anything.
            case .choice(let value): self = .choice(MaskedText(masking: value).text)
            case .attachment(let attachment): self = .attachment(attachment)
            case .opened(let guide, let team): self = .opened(guide: guide, team: team)
            case .withdrawn: self = .withdrawn
            case .gone: self = .gone
            case .takenOver: self = .takenOver
            case .due(let deadline): self = .due(deadline)
            // Never an input of its own: it belongs to the turn that asked.
            case .told: self = .opened(guide: nil)
            }
        }
    }

    public let id: Int64
    public let address: PersonAddress
    public let message: String
    public let at: Date
    /// Why it failed, masked.
    public let reason: String
    public let input: Input
}
