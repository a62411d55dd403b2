/// Which diacritics each word of the samples carries, and in which intents: so that a question about “thuê” is not taken
/// for one about “thuế”, although both fold to the same letters.
struct FormIndex: Sendable {
    struct Entry {
        let word: Int32
        /// nil where the sample was written without diacritics, so that any form may be meant.
        let form: WrittenForm?
        let intent: Int32
    }

    /// One form of a word; its intents are `width` words of bits in `bits`.
    private struct Group: Sendable {
        let form: WrittenForm?
        let bits: Int
    }

    /// How many 64-bit words it takes to hold a bit for each intent.
    let width: Int
    private var starts: [Int32] = [0]
    /// The forms of each word; the first one is nil: the intents that have the word only without diacritics.
    private var groups: [Group] = []
    private var bits: [UInt64] = []

    init(_ entries: [Entry], wordCount: Int, intentCount: Int) {
        width = (intentCount + 63) / 64
        var byWord = [[(form: WrittenForm?, bits: [UInt64])]](repeating: [(nil, Array(repeating: 0, count: width))], count: wordCount)
        for entry in entries {
            let word = Int(entry.word)
            var known = byWord[word].firstIndex { $0.form == entry.form }
            if known == nil {
                known = byWord[word].count
                byWord[word].append((entry.form, Array(repeating: 0, count: width)))
            }
            if let known { byWord[word][known].bits[Int(entry.intent) / 64] |= 1 << UInt64(entry.intent % 64) }
        }
        for var forms in byWord {
            for form in forms.dropFirst() { for index in 0..<width { forms[0].bits[index] &= ~form.bits[index] } }
            for form in forms {
                groups.append(Group(form: form.form, bits: bits.count))
                bits += form.bits
            }
            starts.append(Int32(groups.count))
        }
    }

    /// Writes the intents that may mean a word as it was typed, as bits, into `knowing`: those that have it in such a form, and those
    /// that lack the word, of which its diacritics say nothing.
    ///
    /// - Returns: false, and nothing is written, where what was typed rules out no intent.
    func limits(_ word: Int32, as form: WrittenForm, into knowing: UnsafeMutablePointer<UInt64>) -> Bool {
        guard form.says || form.isComplete, word >= 0 else { return false }
        let range = Int(starts[Int(word)]) + 1..<Int(starts[Int(word) + 1])
        // Where a sample has the very form, what else it could be with some marks left out is out of the question.
        let isExact = range.contains { groups[$0].form.map(form.equals) == true }
        guard isExact || form.says else { return false }
        func agrees(_ group: Group) -> Bool {
            guard let full = group.form else { return true }
            return isExact ? form.equals(full) : form.agrees(withFull: full)
        }
        let agreeing = range.count { agrees(groups[$0]) }
        guard agreeing < range.count else { return false }
        for index in 0..<width { knowing[index] = .max }
        // A form that no sample has is none that was left out of the samples without diacritics either.
        let first = agreeing > 0 ? range.lowerBound : range.lowerBound - 1
        for group in first..<range.upperBound where agreeing == 0 || !agrees(groups[group]) {
            for index in 0..<width { knowing[index] &= ~bits[groups[group].bits + index] }
        }
        for group in range where agrees(groups[group]) {
            for index in 0..<width { knowing[index] |= bits[groups[group].bits + index] }
        }
        return true
    }

    /// Whether an intent may mean the word as it was typed.
    func knows(_ word: Int32, as form: WrittenForm, intent: Int) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, width)) { knowing in
            guard let start = knowing.baseAddress, limits(word, as: form, into: start) else { return true }
            return start[intent / 64] >> UInt64(intent % 64) & 1 != 0
        }
    }
}
