/// The numbers that matching and its decisions are weighed with. `make tune` shows for each of them how the catalogue's own samples
/// fare with the others when it is changed; no other questions were used to choose them.
package struct Constants: Sendable {
    /// What a pair of neighbours weighs beside a word of its rarity.
    package var pairFactor: Float = 1
    /// By how much a sample's own intent shall be ahead of the others in training.
    package var margin: Float = 0.5
    /// How often training goes through all samples.
    package var rounds = 3
    /// The longest step of training.
    package var longestStep: Float = 0.05
    /// What keywords that make up the whole question add.
    package var keywords: Float = 0.2
    /// What a word that speaks against the intent takes away.
    package var against: Float = 0.25

    /// What a word still says for an intent that has it in other diacritics only (thuê, thuế), beside one that has it so.
    package var otherForm: Float = 0.2
    /// How much of a feature's rarity is counted by samples, the rest by intents.
    package var bySamples: Float = 0.5

    /// From this probability of being right on a question is answered: below, one more in a hundred would be answered wrongly for no
    /// gain, as who is asked back is helped as well.
    package var answer = 0.6
    /// From this probability of being known on it is asked back: the highest with which of ten left-out samples nine are helped, and
    /// two in a hundred to spare. To turn somebody away who could be helped costs more than one question too many.
    package var clarify = 0.25
    /// Where the question has the keywords of the first match, so much of that is enough: an editor has said what they mean.
    package var trust = 0.6
    /// Of two that are this near to each other none is answered, however near both are to the question.
    package var tie: Float = 0.1
    /// From this probability on a clause stands for its message: in a few words about something else there is often a name that
    /// the catalogue knows.
    package var certain = 0.8

    package init() {}
}
