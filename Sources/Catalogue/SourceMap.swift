/// Where the parts of a catalogue stand in its files, for diagnostics that are only found with all of it in hand.
public struct SourceMap: Sendable, Hashable {
    /// By intent.
    public internal(set) var intents: [String: Position] = [:]
    /// By intent, in the order of ``Intent/questions``.
    public internal(set) var questions: [String: [Position]] = [:]
    /// By intent.
    public internal(set) var keywords: [String: Position] = [:]

    public init() {}

    /// The place of a sample, or of its intent where the sample has none of its own.
    public func question(_ number: Int, of intent: String) -> Position {
        if let places = questions[intent], places.indices.contains(number) { return places[number] }
        return intents[intent] ?? Position(file: "intents")
    }

    /// Takes in the places of another file; what is known already stays.
    mutating func merge(_ other: SourceMap) {
        intents.merge(other.intents) { first, _ in first }
        questions.merge(other.questions) { first, _ in first }
        keywords.merge(other.keywords) { first, _ in first }
    }
}
