public import Vietnamese

/// All that editors write, read and checked: what the bot can answer and how it speaks.
public struct Catalogue: Sendable, Hashable {
    public let intents: [Intent]
    /// In the order of the menu: by group, then as their titles sort.
    public let guides: [Guide]
    public let groups: [Group]
    public let messages: Messages
    public let phrases: [Phrase]
    /// Words of politeness that do not count when a whole message is compared with a phrase.
    public let particles: [String]
    /// Phrases that only ask (“cho tôi hỏi”, “ở đâu”): what is left of a question without them can be searched for.
    public let asking: [String]
    public let lexicon: Lexicon
    public let editor: EditorTexts
    /// The wording of the web pages: by page, then by key. Read from `content/pages/<page>-words.yaml`.
    public let pages: [String: [String: String]]
    public let glossary: Glossary
    /// In the order of their files; empty where there is none.
    public let communes: [Commune]
    public let sources: SourceMap

    private let guideNumbers: [String: Int]

    public init(
        intents: [Intent] = [], guides: [Guide] = [], groups: [Group] = [], messages: Messages = Messages(), phrases: [Phrase] = [],
        particles: [String] = [], asking: [String] = [], lexicon: Lexicon = .empty, editor: EditorTexts = EditorTexts(),
        pages: [String: [String: String]] = [:], glossary: Glossary = Glossary(), communes: [Commune] = [], sources: SourceMap = SourceMap()
    ) {
        self.intents = intents
        self.guides = guides
        self.groups = groups
        self.messages = messages
        self.phrases = phrases
        self.particles = particles
        self.asking = asking
        self.lexicon = lexicon
        self.editor = editor
        self.pages = pages
        self.glossary = glossary
        self.communes = communes
        self.sources = sources
        guideNumbers = Dictionary(guides.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func guide(_ id: String) -> Guide? {
        guideNumbers[id].map { guides[$0] }
    }

    public func guides(in group: String) -> [Guide] {
        guides.filter { $0.group == group }
    }
}
