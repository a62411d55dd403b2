extension Folded {
    /// Whether two words may be the same one, as far as both were written.
    ///
    /// The letters are equal; where both words are marked, so are tones and shapes. A typed đ is certain even in a word that
    /// is not marked: it disagrees with the plain d of a marked word (đi is not dì), but not with one of an unmarked word.
    /// - Parameters:
    ///   - word: a word of this text.
    ///   - other: a word of `text`.
    public func agrees(_ word: Word, with other: Word, of text: Folded) -> Bool {
        guard word.range.count == other.range.count, letters[word.range] == text.letters[other.range] else { return false }
        guard word.isMarked || other.isMarked else { return true }
        let areMarked = word.isMarked && other.isMarked
        if areMarked, word.tone != other.tone { return false }
        return zip(shapes[word.range], text.shapes[other.range]).allSatisfy { shape, otherShape in
            if shape == otherShape { return true }
            if areMarked { return false }
            // One word is marked, so what it lacks it really lacks; the other one's vowels may have been left bare.
            return !(shape == .stroke && other.isMarked || otherShape == .stroke && word.isMarked)
        }
    }

    /// Where `phrase` stands first among the words: as many consecutive words that agree pairwise; nil where it does not
    /// stand or is empty. Linear in the words for phrases that do not repeat themselves.
    public func range(of phrase: Folded) -> Range<Int>? {
        let length = phrase.words.count
        guard length > 0, length <= words.count else { return nil }
        for start in 0...(words.count - length)
        where (0..<length).allSatisfy({ agrees(words[start + $0], with: phrase.words[$0], of: phrase) }) {
            return start..<(start + length)
        }
        return nil
    }

    /// Whether `phrase` stands among the words, as ``range(of:)`` finds it.
    public func contains(_ phrase: Folded) -> Bool {
        range(of: phrase) != nil
    }
}
