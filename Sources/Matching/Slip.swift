internal import Vietnamese

/// One slip of the fingers: what was typed, and what was meant.
enum Slip {
    /// What it costs to read `typed` as `meant`, nil where more than one slip lies between them.
    ///
    /// Letters that touch on the keyboard, doubled letters and letters in the wrong order cost less than others. Linear.
    static func cost(typed: ArraySlice<UInt8>, meant: ArraySlice<UInt8>) -> Float? {
        let written = typed
        var typed = typed
        var meant = meant
        while let letter = typed.first, letter == meant.first {
            typed.removeFirst()
            meant.removeFirst()
        }
        let position = typed.startIndex
        while let letter = typed.last, letter == meant.last {
            typed.removeLast()
            meant.removeLast()
        }
        switch (typed.count, meant.count) {
        case (1, 1):
            return Keyboard.areNeighbours(typed[typed.startIndex], meant[meant.startIndex]) ? 0.6 : 1
        case (2, 2):
            let isSwapped = typed.first == meant.last && typed.last == meant.first
            return isSwapped ? 0.6 : nil
        case (1, 0):
            return extraLetterCost(written[position], at: position, of: written)
        case (0, 1):
            return 0.7
        default:
            return nil
        }
    }

    /// A letter too many: struck twice, struck along with its neighbour, or neither.
    private static func extraLetterCost(_ letter: UInt8, at position: Int, of word: ArraySlice<UInt8>) -> Float {
        let before = position > word.startIndex ? word[position - 1] : 0
        let after = position + 1 < word.endIndex ? word[position + 1] : 0
        if before == letter || after == letter { return 0.5 }
        return Keyboard.areNeighbours(before, letter) || Keyboard.areNeighbours(after, letter) ? 0.6 : 1
    }
}
