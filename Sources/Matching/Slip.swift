internal import Vietnamese

/// One slip of the fingers: what was typed, and what was meant.
enum Slip {
    /// What it costs to read `typed` as `meant`, nil where more than one slip lies between them.
    ///
    /// Letters that touch on the keyboard, doubled letters and letters in the wrong order cost less than others. Linear.
    static func cost(typed: ArraySlice<UInt8>, meant: ArraySlice<UInt8>) -> Float? {
        guard abs(typed.count - meant.count) <= 1 else { return nil }
        return typed.withUnsafeBufferPointer { typed in
            meant.withUnsafeBufferPointer { cost(typed, $0) }
        }
    }

    private static func cost(_ typed: UnsafeBufferPointer<UInt8>, _ meant: UnsafeBufferPointer<UInt8>) -> Float? {
        let shorter = min(typed.count, meant.count)
        var before = 0
        while before < shorter, typed[before] == meant[before] { before += 1 }
        var after = 0
        while after < shorter - before, typed[typed.count - 1 - after] == meant[meant.count - 1 - after] { after += 1 }
        switch (typed.count - before - after, meant.count - before - after) {
        case (1, 1):
            return Keyboard.areNeighbours(typed[before], meant[before]) ? 0.6 : 1
        case (2, 2):
            return typed[before] == meant[before + 1] && typed[before + 1] == meant[before] ? 0.6 : nil
        case (1, 0):
            return extraLetterCost(at: before, of: typed)
        case (0, 1):
            return 0.7
        default:
            return nil
        }
    }

    /// A letter too many: struck twice, struck along with its neighbour, or neither.
    private static func extraLetterCost(at position: Int, of word: UnsafeBufferPointer<UInt8>) -> Float {
        let letter = word[position]
        let before = position > 0 ? word[position - 1] : 0
        let after = position + 1 < word.count ? word[position + 1] : 0
        if before == letter || after == letter { return 0.5 }
        return Keyboard.areNeighbours(before, letter) || Keyboard.areNeighbours(after, letter) ? 0.6 : 1
    }
}
