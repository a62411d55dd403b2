/// Two slips in one word: looked for only where one does not explain it, and only with the first letter right, as it mostly is.
enum TwoSlips {
    /// Shorter words would be anything with two slips.
    static let shortestWord = 5
    private static let longestWord = 12

    /// Whether no more than two letters lost, added, exchanged or in the wrong order lie between two words (letters of one beginning).
    ///
    /// Quadratic in the letters, of which there are at most a dozen.
    static func lie(between typed: ArraySlice<UInt8>, and meant: ArraySlice<UInt8>) -> Bool {
        guard max(typed.count, meant.count) <= longestWord, abs(typed.count - meant.count) <= 2, !typed.isEmpty, !meant.isEmpty else { return false }
        // A slip changes the letters of a word by one out and one in.
        guard (letters(of: typed) ^ letters(of: meant)).nonzeroBitCount <= 4 else { return false }
        let width = longestWord + 1
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * width) { rows in
            for column in 0...meant.count { rows[column] = UInt8(column) }
            // The rows take turns: the present one, the one before it, and the one before that.
            for i in 1...typed.count {
                let (row, before, twoBefore) = (i % 3 * width, (i + 2) % 3 * width, (i + 1) % 3 * width)
                rows[row] = UInt8(i)
                var least = rows[row]
                for j in 1...meant.count {
                    let (letter, other) = (typed[typed.startIndex + i - 1], meant[meant.startIndex + j - 1])
                    var cost = min(rows[before + j] + 1, rows[row + j - 1] + 1, rows[before + j - 1] + (letter == other ? 0 : 1))
                    if i > 1, j > 1, letter == meant[meant.startIndex + j - 2], typed[typed.startIndex + i - 2] == other {
                        cost = min(cost, rows[twoBefore + j - 2] + 1)
                    }
                    rows[row + j] = cost
                    least = min(least, cost)
                }
                guard least <= 2 else { return false }
            }
            return rows[typed.count % 3 * width + meant.count] <= 2
        }
    }

    private static func letters(of word: ArraySlice<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 0x1F) }
    }
}
