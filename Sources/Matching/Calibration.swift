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
        fileprivate var ofKnown: [Double] { [Double(score), Double(lead), Double(pairs), Double(coverage)] }
    }

    private let right: Logistic
    private let known: Logistic
    private let constants: Constants

    /// What holds where there is nothing to learn from.
    private static let usuallyRight = Logistic(weights: [4, 2, 3, -5])
    private static let usuallyKnown = Logistic(weights: [4, 1.5, 3, 0, -4.5])

    init(_ outcomes: [Rehearsal.Outcome], constants: Constants) {
        right = Logistic(outcomes.map { ($0.signs.ofRight, $0.isRight) }, drawnTo: Self.usuallyRight) ?? Self.usuallyRight
        known = Logistic(outcomes.map { ($0.signs.ofKnown, $0.isKnown) }, drawnTo: Self.usuallyKnown) ?? Self.usuallyKnown
        self.constants = constants
    }

    /// That the first match is right.
    func probability(_ signs: Signs) -> Double { right.probability(signs.ofRight) }

    /// That one of the first three is.
    func probabilityOfKnown(_ signs: Signs) -> Double { known.probability(signs.ofKnown) }

    /// - Parameter hasKeywords: whether the question has the keywords of the first match.
    func decision(_ signs: Signs, hasKeywords: Bool = false) -> Decision {
        guard probabilityOfKnown(signs) >= constants.clarify * (hasKeywords ? constants.trust : 1) else { return .unknown }
        return probability(signs) >= constants.answer && signs.margin >= constants.tie ? .answer : .clarify
    }
}
