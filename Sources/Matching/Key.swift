/// How words, pairs of words and pieces of words become 64-bit keys.
enum Key {
    /// Up to eight letters are packed as they are, so that the key is exact; longer words (no Vietnamese syllable is one)
    /// are digested, with the top bit set, which no ASCII letter sets.
    @inline(__always)
    static func word(_ letters: some Collection<UInt8>) -> UInt64 {
        letters.count <= 8 ? packed(letters) : digest(letters) | 1 << 63
    }

    @inline(__always)
    static func packed(_ letters: some Collection<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for letter in letters { key = key << 8 | UInt64(letter) }
        return key
    }

    @inline(__always)
    static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    static func digest(_ letters: some Collection<UInt8>) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in letters { key = (key ^ UInt64(letter)) &* 0x0000_0100_0000_01B3 }
        return key
    }
}
