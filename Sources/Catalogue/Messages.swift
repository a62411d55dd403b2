/// The bot's own sentences, by key, with names in braces. Read from `content/messages.yaml`.
public struct Messages: Sendable, Hashable {
    let templates: [String: String]

    public init(templates: [String: String] = [:]) {
        self.templates = templates
    }

    /// The sentence for a key with its braces filled. The reader has made sure that every ``MessageKey`` is there; in a
    /// catalogue made by hand in a test a missing one shows as its key.
    public subscript(_ key: MessageKey, _ values: [String: String] = [:]) -> String {
        Template.fill(templates[key.rawValue] ?? key.rawValue, values)
    }
}
