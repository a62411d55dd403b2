/// Turns what the ranking shows into two probabilities, as learnt from a ``Rehearsal``: that the first match is right, and that
/// the catalogue knows the question at all, so that a right one is among the first three.
///
/// The two differ: a question between two near intents is known, and nobody can tell which; one about something else may be
/// nearer to one intent than to all others, and still far from it. Whether keywords were found cannot be
/// learnt from the samples: editors put them into nearly every one, people do not.
struct Calibration: Sendable {
    /// What the ranking shows of the first match.
    struct Signs: Sendable, Hashable {
        var score: Float
        /// The share (0…1) of the question's weight that lies in words of its samples.
        var coverage: Float
        /// How far it is ahead of the second, and of the fourth.
        var margin: Float
        var lead: Float
        /// The share (0…1) of the weight of the question's pairs of neighbours that its samples have. Words of everyday use stand in every
        /// catalogue; that they stand together as well is what a question about something else lacks.
        var pairs: Float

        fileprivate var ofRight: [Double] { [Double(score), Double(coverage), Double(margin)] }
        fileprivate var ofKnown: [Double] { [Double(score), Double(lead), Double(pairs)] }
    }

    /// From this probability of being right on a question is answered: the answer is right more often than not.
    static let answer = 0.5
    /// From this probability of being known on it is asked back. In the rehearsal half of all questions have no answer, and those
    /// are nearer to the catalogue than what people ask besides; to turn somebody away who could be helped costs more than
    /// one question too many.
    static let clarify = 0.25
    /// Where the question has the keywords of the first match, so much of that is enough: an editor has said what they mean.
    static let trust = 0.6

    /// Of two that are this near to each other none is answered, however near both are to the question.
    static let tie: Float = 0.05

    private let right: Logistic
    private let known: Logistic

    /// What holds where there is nothing to learn from.
    static let usual = Calibration(right: Logistic(weights: [4, 2, 3, -5]), known: Logistic(weights: [4, 1.5, 3, -4.5]))

    private init(right: Logistic, known: Logistic) {
        self.right = right
        self.known = known
    }

    init(_ outcomes: [Rehearsal.Outcome]) {
        right = Logistic(outcomes.map { ($0.signs.ofRight, $0.isRight) }, drawnTo: Self.usual.right) ?? Self.usual.right
        known = Logistic(outcomes.map { ($0.signs.ofKnown, $0.isKnown) }, drawnTo: Self.usual.known) ?? Self.usual.known
    }

    /// That the first match is right.
    func probability(_ signs: Signs) -> Double { right.probability(signs.ofRight) }

    /// That one of the first three is.
    func probabilityOfKnown(_ signs: Signs) -> Double { known.probability(signs.ofKnown) }

    /// - Parameter hasKeywords: whether the question has the keywords of the first match.
    func decision(_ signs: Signs, hasKeywords: Bool = false) -> Decision {
        guard probabilityOfKnown(signs) >= Self.clarify * (hasKeywords ? Self.trust : 1) else { return .unknown }
        return probability(signs) >= Self.answer && signs.margin >= Self.tie ? .answer : .clarify
    }
}
