/// One intent that a question may mean, and why.
public struct Match: Sendable, Hashable {
    /// The intent's id.
    public let intent: String
    public let title: String
    /// The guide that answers the intent, where it has one.
    public let guide: String?
    /// How well the question fits, comparable between questions to one catalogue; more is better.
    public let score: Double
    /// The reasons, strongest first.
    public let because: [Evidence]

    public init(intent: String, title: String, guide: String?, score: Double, because: [Evidence] = []) {
        self.intent = intent
        self.title = title
        self.guide = guide
        self.score = score
        self.because = because
    }
}

/// A reason for a match, as values: the sentence an editor reads is made from them by the command line.
public enum Evidence: Sendable, Hashable {
    /// A word or pair of words of the question speaks for the intent, with its share (0…1) of the score.
    case words(String, share: Double)
    /// All keyword entries of the intent were found; the words that did it.
    case keywords([String])
    /// A word that the intent lists under `not` was found.
    case against(String)
    /// `written` was read as `reading`: a slip, an abbreviation or a word of a region.
    case correction(written: String, reading: String)
}
