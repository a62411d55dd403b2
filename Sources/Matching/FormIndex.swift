/// Which diacritics each word of the samples carries, and in which intents: so that a question about “thuê” is not taken
/// for one about “thuế”, although both fold to the same letters.
struct FormIndex: Sendable {
    struct Entry {
        let word: Int32
        /// nil where the sample was written without diacritics, so that any form may be meant.
        let form: WrittenForm?
        let intent: Int32
    }

    private struct Group {
        let form: WrittenForm?
        var intents: Range<Int32>
    }

    private var starts: [Int32] = [0]
    private var groups: [Group] = []
    private var intents: [Int32] = []

    init(_ entries: [Entry], wordCount: Int) {
        var byWord = [[WrittenForm?: Set<Int32>]](repeating: [:], count: wordCount)
        for entry in entries { byWord[Int(entry.word)][entry.form, default: []].insert(entry.intent) }
        for forms in byWord {
            for (form, having) in forms {
                let start = Int32(intents.count)
                intents += having.sorted()
                groups.append(Group(form: form, intents: start..<Int32(intents.count)))
            }
            starts.append(Int32(groups.count))
        }
    }

    /// The intents that know the word as it was typed; nil where what was typed rules out none.
    func intents(knowing word: Int32, as form: WrittenForm) -> Set<Int32>? {
        guard form.says, word >= 0, Int(word) + 1 < starts.count else { return nil }
        let range = Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
        if groups[range].allSatisfy({ $0.form.map(form.agrees(withFull:)) ?? true }) { return nil }
        var knowing: Set<Int32> = []
        for group in groups[range] where group.form.map(form.agrees(withFull:)) ?? true {
            knowing.formUnion(intents[Int(group.intents.lowerBound)..<Int(group.intents.upperBound)])
        }
        return knowing
    }
}
