import Dialogue
import Foundation

/// What somebody typed, wherever it came from.
enum Typed {
    /// In characters: Telegram's own limit; what is longer is cut.
    static let longest = 4096

    /// - Returns: nil where nothing was typed.
    static func content(of text: String?) -> InboundMessage.Content? {
        guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { return nil }
        if let team = DeepLink.team(in: text) { return .opened(guide: nil, team: team) }
        return .text(String(text.prefix(longest)))
    }

    /// A text that may be what a button of ours carried, on a platform that has no other way to say so.
    static func contentOrChoice(of text: String?) -> InboundMessage.Content? {
        if let text, ChoiceValue(text) != nil { return .choice(text) }
        return content(of: text)
    }

    static func opened(by payload: String) -> InboundMessage.Content {
        let link = DeepLink(payload)
        return .opened(guide: link.guide, team: link.team)
    }
}
