internal import Catalogue
internal import Vietnamese

/// What is learnt from, made ready once: the catalogue's texts as words, their features and vectors, and the keywords.
struct Lesson: Sendable {
    let corpus: Corpus
    let space: FeatureSpace
    let vectors: SampleVectors
    let wordCounts: WordCounts
    let keywords: KeywordIndex

    init(intents: [Intent], lexicon: Lexicon) {
        corpus = Corpus(intents: intents, lexicon: lexicon)
        space = FeatureSpace(samples: corpus.samples, intents: corpus.intents, intentCount: intents.count, vocabulary: corpus.vocabulary)
        vectors = SampleVectors(corpus.samples, space: space)
        var counts = WordCounts(wordCount: corpus.vocabulary.count, intentCount: intents.count)
        for (sample, intent) in zip(corpus.samples, corpus.intents) { counts.add(sample, intent: intent) }
        wordCounts = counts
        keywords = KeywordIndex(corpus.keywords, intentCount: intents.count)
    }

    /// What the intents look like, learnt from some of the samples (by number).
    func learn(from taught: [Int], rounds: Int = Training.rounds) -> Training {
        Training(vectors: vectors, intents: corpus.intents, taught: taught, space: space, rounds: rounds)
    }

    /// What keywords one sample finds.
    func keywords(inSample sample: Int) -> [KeywordIndex.Finding] {
        let words = corpus.samples[sample].map(ReadWord.init)
        var mass: Float = 0
        for word in Set(corpus.samples[sample]).sorted() { mass += space.weights[Int(word)] }
        return keywords.find(in: words, mass: mass, space: space)
    }
}
