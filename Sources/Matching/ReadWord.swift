/// One word of a question, as the matcher reads it.
struct ReadWord: Sendable, Hashable {
    /// Its number in the vocabulary, ``Vocabulary/unknown`` where it has none.
    var number: Int32
    /// The words of the folded text that it was read from: several words may share one, and one may come from two.
    var source: Range<Int32>
    /// Where the word's letters stand in the folded text, no more than ``Spelling/longestWord``; used where it is unknown.
    var letters: Range<Int32>
    /// The diacritics that were typed on it; ``WrittenForm/bare`` where the word is a reading of something else.
    var form: WrittenForm
}

extension ReadWord {
    /// A word of the vocabulary that nobody typed.
    init(_ number: Int32) {
        self.init(number: number, source: 0..<0, letters: 0..<0, form: .bare)
    }
}
