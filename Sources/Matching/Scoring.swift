/// How the parts of a score are weighed against each other.
enum Scoring {
    /// What full coverage of the question by words of the intent's samples adds to a score.
    static let coverage: Float = 0.1
    /// What it adds to the confidence.
    static let confidenceCoverage: Float = 0.5
    /// What keywords that make up the whole question add.
    static let keywords: Float = 0.2
    /// What a word that speaks against the intent takes away.
    static let against: Float = 0.25
}
