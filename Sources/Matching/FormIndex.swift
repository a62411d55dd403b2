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
    private var groups: [Group] = []
    private var bits: [UInt64] = []

    init(_ entries: [Entry], wordCount: Int, intentCount: Int) {
        width = (intentCount + 63) / 64
        var byWord = [[(form: WrittenForm?, bits: Int)]](repeating: [], count: wordCount)
        for entry in entries {
            let word = Int(entry.word)
            let start: Int
            if let known = byWord[word].first(where: { $0.form == entry.form }) {
                start = known.bits
            } else {
                start = bits.count
                byWord[word].append((entry.form, start))
                bits += Array(repeating: 0, count: width)
            }
            bits[start + Int(entry.intent) / 64] |= 1 << UInt64(entry.intent % 64)
        }
        for forms in byWord {
            groups += forms.map { Group(form: $0.form, bits: $0.bits) }
            starts.append(Int32(groups.count))
        }
    }

    /// Writes the intents that know a word as it was typed, as bits, into `knowing`.
    ///
    /// - Returns: false, and nothing is written, where what was typed rules out no intent.
    func limits(_ word: Int32, as form: WrittenForm, into knowing: UnsafeMutablePointer<UInt64>) -> Bool {
        guard form.says, word >= 0 else { return false }
        let range = Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
        var isLimited = false
        for group in range where !agrees(form, groups[group]) { isLimited = true }
        guard isLimited else { return false }
        for index in 0..<width { knowing[index] = 0 }
        for group in range where agrees(form, groups[group]) {
            for index in 0..<width { knowing[index] |= bits[groups[group].bits + index] }
        }
        return true
    }

    /// Whether an intent knows the word as it was typed.
    func knows(_ word: Int32, as form: WrittenForm, intent: Int) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, width)) { knowing in
            guard let start = knowing.baseAddress, limits(word, as: form, into: start) else { return true }
            return start[intent / 64] >> UInt64(intent % 64) & 1 != 0
        }
    }

    @inline(__always)
    private func agrees(_ form: WrittenForm, _ group: Group) -> Bool {
        guard let full = group.form else { return true }
        return form == full || form.agrees(withFull: full)
    }
}
