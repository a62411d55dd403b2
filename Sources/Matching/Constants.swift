/// The numbers that matching is weighed with. `make tune` shows for each of them how well the catalogue's own samples are
/// found by the others when it is changed; no other questions were used to choose them.
package struct Constants: Sendable {
    /// What a pair of neighbours weighs beside a word of its rarity.
    package var pairFactor: Float = 1
    /// By how much a sample's own intent shall be ahead of the others in training.
    package var margin: Float = 0.5
    /// How often training goes through all samples.
    package var rounds = 4
    /// The longest step of training.
    package var longestStep: Float = 0.05
    /// Whether the weights are the mean of those that training passed through.
    package var averages = false
    /// What full coverage of the question by words of the intent's samples adds to a score.
    package var coverage: Float = 0.1
    /// What keywords that make up the whole question add.
    package var keywords: Float = 0.2
    /// What a word that speaks against the intent takes away.
    package var against: Float = 0.25

    package init() {}
}
