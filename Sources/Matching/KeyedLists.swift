/// For each of many keys a short list of numbers, all lists in one flat array.
struct KeyedLists: Sendable {
    private var table: KeyTable
    private var starts: [Int32] = [0]
    private(set) var values: [Int32] = []

    /// - Parameter entries: in any order; a list holds its numbers in rising order, each once.
    init(_ entries: [(key: UInt64, value: Int32)]) {
        table = KeyTable(minimumCapacity: entries.count)
        values.reserveCapacity(entries.count)
        var previous: (key: UInt64, value: Int32)?
        for entry in entries.sorted(by: { ($0.key, $0.value) < ($1.key, $1.value) }) {
            if let previous, previous == entry { continue }
            if table.number(of: entry.key) == Int32(starts.count) - 1, previous?.key != entry.key { starts.append(Int32(values.count)) }
            values.append(entry.value)
            starts[starts.count - 1] = Int32(values.count)
            previous = entry
        }
    }

    /// Where the list of a key stands in ``values``; empty where there is none.
    @inline(__always)
    func list(_ key: UInt64) -> Range<Int> {
        let number = Int(table[key])
        guard number >= 0 else { return 0..<0 }
        return Int(starts[number])..<Int(starts[number + 1])
    }
}
