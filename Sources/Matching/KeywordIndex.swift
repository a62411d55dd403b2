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
        let intent: Int
        fileprivate var entries: UInt64 = 0
        fileprivate var mass: Float = 0
        /// The share (0…1) of the question's weight that lies in the keywords, 0 where an entry is missing.
        fileprivate(set) var coverage: Float = 0
        /// The number of a phrase that was found and speaks against the intent, -1 where there is none.
        fileprivate(set) var against: Int32 = -1

    }

    let phrases: [Phrase]
    /// What is compared, one phrase after another: a question looks at hundreds of them.
    private var starts: [Int32] = [0]
    private var words: [Int32] = []
    private var forms: [WrittenForm] = []
    private let intents: [Int32]
    private let entries: [Int32]
    private let masses: [Float]
    /// For each intent one bit an entry; 0 where the intent has no keywords. Entries beyond the 64th do not count.
    private let complete: [UInt64]
    private let byFirst: KeyedLists
    private let constants: Constants

    /// - Parameter space: tells what words weigh.
    init(_ phrases: [Phrase], intentCount: Int, space: FeatureSpace, constants: Constants) {
        self.constants = constants
        self.phrases = phrases.filter { !$0.words.isEmpty && $0.entry < 64 }
        var complete = [UInt64](repeating: 0, count: intentCount)
        for phrase in self.phrases where phrase.entry >= 0 { complete[Int(phrase.intent)] |= 1 << UInt64(phrase.entry) }
        self.complete = complete
        for phrase in self.phrases {
            words += phrase.words
            forms += phrase.forms
            starts.append(Int32(words.count))
        }
        intents = self.phrases.map(\.intent)
        entries = self.phrases.map(\.entry)
        masses = self.phrases.map { $0.words.reduce(0) { $0 + space.weights[Int($1)] } }
        byFirst = KeyedLists(self.phrases.enumerated().map { (UInt64(UInt32(bitPattern: $1.words[0])), Int32($0)) })
    }

    /// What a finding adds to the score of its intent.
    func score(_ finding: Finding) -> Float {
        constants.keywords * finding.coverage - (finding.against >= 0 ? constants.against : 0)
    }

    /// What was found, by intent. Linear in the words and the phrases that begin with one of them.
    ///
    /// - Parameter mass: the weight of the question's different words.
    func find(in words: [ReadWord], mass: Float) -> [Finding] {
        var found: [UInt64] = []
        forEachPhrase(in: words) { found.append(UInt64(intents[Int($0)]) << 32 | UInt64($0)) }
        guard !found.isEmpty else { return [] }
        found.sort()
        var findings: [Finding] = []
        for key in found {
            let (intent, phrase) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            if findings.last?.intent != intent { findings.append(Finding(intent: intent)) }
            findings[findings.count - 1].add(Int32(phrase), entry: entries[phrase], mass: masses[phrase])
        }
        for index in findings.indices where findings[index].entries != 0 && findings[index].entries == complete[findings[index].intent] {
            findings[index].coverage = mass > 0 ? min(1, findings[index].mass / mass) : 0
        }
        return findings
    }

    /// The first phrase found for each of the intent's entries, as the editor wrote it.
    func texts(in words: [ReadWord], intent: Int) -> [String] {
        var texts: [Int32: String] = [:]
        forEachPhrase(in: words) { number in
            let phrase = phrases[Int(number)]
            if phrase.intent == Int32(intent), phrase.entry >= 0, texts[phrase.entry] == nil { texts[phrase.entry] = phrase.text }
        }
        return texts.sorted { $0.key < $1.key }.map(\.value)
    }

    private func forEachPhrase(in words: [ReadWord], _ body: (Int32) -> Void) {
        for position in words.indices {
            for index in byFirst.list(UInt64(UInt32(bitPattern: words[position].number))) {
                let number = byFirst.values[index]
                if stands(Int(number), at: position, in: words) { body(number) }
            }
        }
    }

    private func stands(_ phrase: Int, at position: Int, in text: [ReadWord]) -> Bool {
        let range = Int(starts[phrase])..<Int(starts[phrase + 1])
        guard position + range.count <= text.count else { return false }
        for index in range {
            let word = text[position + index - range.lowerBound]
            guard word.number == words[index] else { return false }
            if word.form.says, forms[index] != .bare, !word.form.agrees(withFull: forms[index]) { return false }
        }
        return true
    }
}

extension KeywordIndex.Finding {
    fileprivate mutating func add(_ phrase: Int32, entry: Int32, mass: Float) {
        guard entry >= 0 else {
            against = phrase
            return
        }
        let bit: UInt64 = 1 << UInt64(entry)
        if entries & bit == 0 { self.mass += mass }
        entries |= bit
    }
}
