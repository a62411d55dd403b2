/// What the matcher makes of one question.
public struct Understanding: Sendable, Hashable {
    public let decision: Decision
    /// For `answer` the intent comes first; for `clarify` the first two or three are the choices. Best first, at most as
    /// many as were asked for; the nearest ones for `unknown` too, so that an editor sees what was close.
    public let matches: [Match]
    /// The calibrated probability (0…1) that the first match is right.
    public let confidence: Double

    public init(decision: Decision, matches: [Match], confidence: Double) {
        self.decision = decision
        self.matches = matches
        self.confidence = confidence
    }

    /// What the matcher makes of a text without any words in it.
    public static let nothing = Understanding(decision: .unknown, matches: [], confidence: 0)
}
