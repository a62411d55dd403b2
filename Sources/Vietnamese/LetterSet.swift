/// Some of the letters a to z, one bit each: asked for every letter of every unknown word, where a `Set` would hash each of them.
struct LetterSet: Sendable {
    private let bits: UInt32

    init(_ letters: String) {
        bits = letters.utf8.reduce(0) { $0 | 1 << UInt32($1 & 0x1F) }
    }

    /// - Parameter letter: any byte of a folded word.
    @inline(__always)
    func contains(_ letter: UInt8) -> Bool { letter > 0x60 && bits >> UInt32(letter & 0x1F) & 1 == 1 }
}
