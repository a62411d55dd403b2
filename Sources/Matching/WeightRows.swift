/// For each of many features the intents that it speaks for or against: rows of entries, one after another.
struct WeightRows: Sendable {
    /// How much one feature, once in a text, speaks for one intent.
    struct Entry: Sendable {
        /// The intent's number; the top bit is set where a sample of the intent has the word.
        private let tagged: UInt32
        let weight: Float

        init(intent: Int, weight: Float, isInSample: Bool) {
            tagged = UInt32(intent) | (isInSample ? 1 << 31 : 0)
            self.weight = weight
        }

        @inline(__always)
        var intent: Int { Int(tagged & 0x7FFF_FFFF) }
        @inline(__always)
        var isInSample: Bool { tagged >> 31 != 0 }

        /// What it says where only the intents with a bit in `knowing` know the word as it was typed: what it says against the others
        /// stands, what it says for them says less.
        @inline(__always)
        func weight(for knowing: UnsafeMutablePointer<UInt64>?, otherwise factor: Float) -> Float {
            guard let knowing, weight > 0, knowing[intent / 64] >> UInt64(intent % 64) & 1 == 0 else { return weight }
            return factor * weight
        }
    }

    private var starts: [Int32] = [0]
    private(set) var entries: [Entry] = []

    @inline(__always)
    subscript(row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

    /// Adds an entry to the row that is being written.
    mutating func add(_ intent: Int, _ weight: Float, isInSample: Bool = false) {
        entries.append(Entry(intent: intent, weight: weight, isInSample: isInSample))
    }

    mutating func endRow() { starts.append(Int32(entries.count)) }
}
