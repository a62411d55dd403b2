/// What a person wants: the words that speak for it, sample questions, and the guide that answers it.
public struct Intent: Sendable, Hashable, Codable {
    /// Unique in the catalogue, `a-z 0-9 -`.
    public let id: String
    public let title: String
    /// The id of the guide that answers; nil in a catalogue that is only used to measure.
    public let guide: String?
    /// All entries must speak for a keyword match; each entry is a list of alternatives, one of which is enough.
    public let keywords: [[String]]
    /// Words that speak against this intent.
    public let not: [String]
    /// Sample questions: they match, and `tungngo check` proves that each reaches its own intent.
    public let questions: [String]

    public init(id: String, title: String, guide: String?, keywords: [[String]] = [], not: [String] = [], questions: [String] = []) {
        self.id = id
        self.title = title
        self.guide = guide
        self.keywords = keywords
        self.not = not
        self.questions = questions
    }
}
