internal import Catalogue
internal import Vietnamese

/// What is learnt from, made ready once: the catalogue's texts as words, their features and vectors, the keywords, and the spelling.
struct Lesson: Sendable {
    let corpus: Corpus
    let space: FeatureSpace
    let vectors: SampleVectors
    let keywords: KeywordIndex
    let spelling: Spelling
    let constants: Constants
    /// For each sample whether another intent has one of the same words, which differs in its diacritics at most.
    private let isShared: [Bool]

    /// Of the catalogue; what is said besides questions is one more.
    let intentCount: Int

    /// - Parameter smallTalk: what people say that is no question: it is learnt as if it were one more intent, so that nothing
    ///   of the kind is taken for one of the others.
    init(intents: [Intent], smallTalk: [String] = [], lexicon: Lexicon, constants: Constants = Constants()) {
        self.constants = constants
        intentCount = intents.count
        let count = intents.count + (smallTalk.isEmpty ? 0 : 1)
        let corpus = Corpus(intents: intents, smallTalk: smallTalk, lexicon: lexicon)
        self.corpus = corpus
        ((space, vectors, keywords, isShared), spelling) = SideBySide.both {
            let space = FeatureSpace(
                samples: corpus.samples, intents: corpus.intents, intentCount: count, vocabulary: corpus.vocabulary, constants: constants)
            let keywords = KeywordIndex(corpus.keywords, intentCount: count, space: space, constants: constants)
            return (space, SampleVectors(corpus.samples, space: space), keywords, Self.isShared(corpus))
        } _: {
            Spelling(vocabulary: corpus.vocabulary, samples: corpus.written, expansions: corpus.expansions)
        }
    }

    /// Whether the catalogue has more samples and intents than the rounds of training get through in time.
    var isLarge: Bool { Training.isLarge(samples: corpus.samples.count, intents: space.intentCount) }

    private static func isShared(_ corpus: Corpus) -> [Bool] {
        var owners: [[Int32]: Int32] = [:]
        owners.reserveCapacity(corpus.samples.count)
        let ambiguous: Int32 = -1
        for (sample, intent) in zip(corpus.samples, corpus.intents) {
            if owners[sample, default: intent] != intent { owners[sample] = ambiguous } else { owners[sample] = intent }
        }
        return corpus.samples.map { owners[$0] == ambiguous }
    }

    /// What the intents look like, learnt from some of the samples (by number).
    func learn(from taught: [Int], rounds: Int? = nil) -> Training {
        Training(
            vectors: vectors, intents: corpus.intents, taught: taught, isShared: isShared, space: space, constants: constants,
            rounds: rounds ?? constants.rounds)
    }

    /// What keywords one sample finds.
    ///
    /// - Parameter mass: the weight of its different words.
    func keywords(inSample sample: Int, mass: Float) -> [KeywordIndex.Finding] {
        keywords.find(in: corpus.samples[sample].map(ReadWord.init), mass: mass)
    }
}
