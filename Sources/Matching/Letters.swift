internal import Foundation

extension ArraySlice<UInt8> {
    /// Only `a…z`.
    var isAlphabetic: Bool {
        allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }

    /// Calls `body` with the key of each word that one letter less makes of this one; equal ones once.
    @inline(__always)
    func forEachDeletion(_ body: (UInt64) -> Void) {
        guard count >= 2 else { return }
        if count <= 8 {
            // The packed key without one letter: what is above it moves down by one letter.
            let key = Key.packed(self)
            var previous = UInt64.max
            for position in 0..<UInt64(count) {
                let low = key & (1 << (position * 8) - 1)
                let high = position == 7 ? 0 : (key >> ((position + 1) * 8)) << (position * 8)
                let shorter = high | low
                if shorter != previous { body(shorter) }
                previous = shorter
            }
        } else {
            for position in indices where position == startIndex || self[position] != self[position - 1] {
                body(Key.word(Array(self[..<position] + self[(position + 1)...])))
            }
        }
    }
}

extension Range<Int32> {
    @inline(__always)
    var asInt: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension Float {
    var naturalLogarithm: Float { Foundation.log(self) }
}

func exponential(_ value: Double) -> Double { Foundation.exp(value) }
