/// The words that people write otherwise than the catalogue does, as `intents/lexicon.yaml` lists them: data, not code.
public struct Lexicon: Sendable, Hashable, Codable {
    /// A written form and what it stands for, both as the editor wrote them (with diacritics).
    public struct Entry: Sendable, Hashable, Codable {
        public let written: String
        public let meaning: String

        public init(written: String, meaning: String) {
            self.written = written
            self.meaning = meaning
        }
    }

    /// Abbreviations with one reading only (`dvc`, `cccd`): replaced everywhere, in questions and in samples.
    public let abbreviations: [Entry]
    /// Chat abbreviations (`ko`, `đc`, `mk`), where several readings may stand: weighed in context, in questions only. Those of one
    /// meaning that no word of their own could be (`ko`) are replaced everywhere.
    public let chat: [Entry]
    /// Words of a region (`mần`, `mô`, `răng`) and what they are elsewhere: weighed in context, in questions only.
    public let regional: [Entry]
    /// Phrases that mean the same here; the first of each list stands for all of them.
    public let synonyms: [[String]]

    public init(abbreviations: [Entry] = [], chat: [Entry] = [], regional: [Entry] = [], synonyms: [[String]] = []) {
        self.abbreviations = abbreviations
        self.chat = chat
        self.regional = regional
        self.synonyms = synonyms
    }

    public static let empty = Lexicon()
}
