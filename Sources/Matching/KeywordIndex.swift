internal import Vietnamese

/// The keywords of all intents: an intent's keywords are found where each of its entries is, by one of its alternatives.
struct KeywordIndex: Sendable {
    struct Phrase: Sendable {
        let words: [Int32]
        let forms: [WrittenForm]
        let text: String
        let intent: Int32
        /// The place among the intent's entries; -1 for a word that speaks against it.
        let entry: Int32
    }

    /// What one question found of one intent.
    struct Finding {
        fileprivate var entries: UInt64 = 0
        fileprivate var mass: Float = 0
        /// The share (0…1) of the question's weight that lies in the keywords, 0 where an entry is missing.
        fileprivate(set) var coverage: Float = 0
        fileprivate(set) var phrases: [Int32] = []
        fileprivate(set) var against: Int32 = -1
    }

    let phrases: [Phrase]
    /// For each intent one bit an entry; 0 where the intent has no keywords. Entries beyond the 64th do not count.
    private let complete: [UInt64]
    private let byFirst: KeyedLists

    init(_ phrases: [Phrase], intentCount: Int) {
        self.phrases = phrases.filter { !$0.words.isEmpty && $0.entry < 64 }
        var complete = [UInt64](repeating: 0, count: intentCount)
        for phrase in self.phrases where phrase.entry >= 0 { complete[Int(phrase.intent)] |= 1 << UInt64(phrase.entry) }
        self.complete = complete
        byFirst = KeyedLists(self.phrases.enumerated().map { (UInt64(UInt32(bitPattern: $1.words[0])), Int32($0)) })
    }

    /// By intent, what was found. Linear in the words and the phrases that begin with one of them.
    func find(in words: [ReadWord], mass: Float, space: FeatureSpace) -> [Int32: Finding] {
        var findings: [Int32: Finding] = [:]
        for position in words.indices {
            for index in byFirst.list(UInt64(UInt32(bitPattern: words[position].number))) {
                let number = byFirst.values[index]
                let phrase = phrases[Int(number)]
                guard stands(phrase, at: position, in: words) else { continue }
                findings[phrase.intent, default: Finding()].add(phrase, number: number, space: space)
            }
        }
        for intent in findings.keys {
            guard let finding = findings[intent], finding.entries != 0, finding.entries == complete[Int(intent)] else { continue }
            findings[intent]?.coverage = mass > 0 ? min(1, finding.mass / mass) : 0
        }
        return findings
    }

    private func stands(_ phrase: Phrase, at position: Int, in words: [ReadWord]) -> Bool {
        guard position + phrase.words.count <= words.count else { return false }
        return phrase.words.indices.allSatisfy { offset in
            let word = words[position + offset]
            guard word.number == phrase.words[offset] else { return false }
            return !word.form.says || phrase.forms[offset] == .bare || word.form.agrees(withFull: phrase.forms[offset])
        }
    }
}

extension KeywordIndex.Finding {
    fileprivate mutating func add(_ phrase: KeywordIndex.Phrase, number: Int32, space: FeatureSpace) {
        guard phrase.entry >= 0 else {
            against = number
            return
        }
        let bit: UInt64 = 1 << UInt64(phrase.entry)
        if entries & bit == 0 {
            phrases.append(number)
            for word in phrase.words { mass += space.weights[Int(word)] }
        }
        entries |= bit
    }
}
