/// A map from 64-bit keys to the numbers 0, 1, 2 … in the order in which the keys came: open addressing in one flat array,
/// because a question looks up some two hundred keys and a `Dictionary` would hash each of them for much longer.
struct KeyTable: Sendable {
    private struct Slot {
        var key: UInt64
        /// -1 where the slot is free.
        var number: Int32
    }

    private var slots: [Slot]
    private var shift: UInt64
    /// How many keys are in the table.
    private(set) var count = 0

    init(minimumCapacity: Int = 8) {
        var bits: UInt64 = 4
        while 1 << bits < minimumCapacity * 2 { bits += 1 }
        slots = Array(repeating: Slot(key: 0, number: -1), count: 1 << Int(bits))
        shift = 64 - bits
    }

    /// The number of a key, -1 where it is not in the table.
    @inline(__always)
    subscript(key: UInt64) -> Int32 {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var position = home(key)
            while true {
                let slot = slots[position]
                if slot.number < 0 || slot.key == key { return slot.number }
                position = (position &+ 1) & mask
            }
        }
    }

    /// The number of a key, which it gets now where it had none.
    mutating func number(of key: UInt64) -> Int32 {
        let known = self[key]
        if known >= 0 { return known }
        if (count + 1) * 2 > slots.count { grow() }
        let number = Int32(count)
        place(Slot(key: key, number: number))
        count += 1
        return number
    }

    private mutating func place(_ slot: Slot) {
        let mask = slots.count - 1
        var position = home(slot.key)
        while slots[position].number >= 0 { position = (position + 1) & mask }
        slots[position] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(key: 0, number: -1), count: old.count * 2)
        shift -= 1
        for slot in old where slot.number >= 0 { place(slot) }
    }

    @inline(__always)
    private func home(_ key: UInt64) -> Int {
        // The upper half is folded in first: in packed words and pairs most of the difference may sit there.
        Int(truncatingIfNeeded: ((key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
