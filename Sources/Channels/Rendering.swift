import Dialogue
import Foundation

/// How a reply is shown on a channel: as few messages as its limit allows, the choices as buttons where it has them, else as
/// a list whose numbers can be typed (the dialogue reads them against the reply's choices, from 1).
struct Rendering: Sendable {
    struct Button: Sendable, Hashable {
        let label: String
        let value: String
    }

    struct Message: Sendable, Hashable {
        let text: String
        var buttons: [Button] = []
    }

    /// The longest text, in characters.
    let longestText: Int
    /// How many buttons a message may have.
    let mostButtons: Int
    /// The longest label of a button, in characters.
    let longestLabel: Int
    /// What a button may carry at most, in bytes.
    let longestValue: Int

    init(_ capabilities: Capabilities, longestValue: Int) {
        longestText = capabilities.longestText
        mostButtons = capabilities.buttons
        longestLabel = capabilities.longestLabel
        self.longestValue = longestValue
    }

    /// With buttons where the choices fit on them; the last message has them.
    ///
    /// Labels that are too long stand in a list, and the buttons then bear the numbers and as much of the labels as fits.
    func messages(for reply: Reply) -> [Message] {
        guard !reply.choices.isEmpty, reply.choices.count <= mostButtons, reply.choices.allSatisfy({ $0.value.utf8.count <= longestValue }) else {
            return plainMessages(for: reply)
        }
        let labels = reply.choices.map { $0.label.precomposedStringWithCanonicalMapping }
        let isShort = labels.allSatisfy { $0.utf16.count <= longestLabel }
        var messages = isShort ? parts(of: reply.text) : plainMessages(for: reply)
        guard let last = messages.indices.last else { return plainMessages(for: reply) }
        messages[last].buttons = zip(labels.indices, reply.choices).map { number, choice in
            Button(label: isShort ? labels[number] : shortened("\(number + 1). \(labels[number])"), value: choice.value)
        }
        return messages
    }

    /// Without buttons: the choices as a numbered list.
    func plainMessages(for reply: Reply) -> [Message] {
        let list = reply.choices.enumerated().map { number, choice in "\(number + 1). \(choice.label)" }.joined(separator: "\n")
        return parts(of: [reply.text, list].filter { !$0.isEmpty }.joined(separator: "\n\n"))
    }

    private func parts(of text: String) -> [Message] {
        TextParts.split(text, limit: longestText).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
            .map { Message(text: $0) }
    }

    private func shortened(_ label: String) -> String {
        guard label.utf16.count > longestLabel else { return label }
        var short = label
        while short.utf16.count >= longestLabel { short.removeLast() }
        return short + "…"
    }
}
