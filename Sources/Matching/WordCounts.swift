/// In how many samples of each intent each word stands.
struct WordCounts: Sendable {
    private let intentCount: Int
    private var counts: [UInt16]

    init(wordCount: Int, intentCount: Int) {
        self.intentCount = intentCount
        counts = Array(repeating: 0, count: wordCount * intentCount)
    }

    mutating func add(_ sample: [Int32], intent: Int32) {
        for (position, word) in sample.enumerated() where !sample[..<position].contains(word) {
            counts[Int(word) * intentCount + Int(intent)] &+= 1
        }
    }

    mutating func remove(_ sample: [Int32], intent: Int32) {
        for (position, word) in sample.enumerated() where !sample[..<position].contains(word) {
            counts[Int(word) * intentCount + Int(intent)] &-= 1
        }
    }

    @inline(__always)
    subscript(word: Int, intent: Int) -> Int { Int(counts[word * intentCount + intent]) }
}
