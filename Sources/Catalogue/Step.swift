/// One step of a guide: one action, how to know that it worked, and what to do where it did not.
public struct Step: Sendable, Hashable, Codable {
    /// Unique in its guide and stable over revisions, `a-z 0-9 -`.
    public let id: String
    public let title: String
    /// What to do, plain text, lines apart by a line feed.
    public let text: String
    /// How the person knows that it worked (“Xong khi: …”), without those two words.
    public let done: String
    public let picture: Picture?
    public let troubles: [Trouble]

    public init(id: String, title: String, text: String, done: String, picture: Picture? = nil, troubles: [Trouble] = []) {
        self.id = id
        self.title = title
        self.text = text
        self.done = done
        self.picture = picture
        self.troubles = troubles
    }
}

/// A drawing that belongs to a step: `content/pictures/<file>`, and what it shows in words.
public struct Picture: Sendable, Hashable, Codable {
    public let file: String
    public let description: String

    public init(file: String, description: String) {
        self.file = file
        self.description = description
    }
}
