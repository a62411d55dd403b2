/// Two slips in one word: looked for only where one does not explain it, and only with the first letter right, as it mostly is.
enum TwoSlips {
    /// Shorter words would be anything with two slips.
    static let shortestWord = 5
    private static let longestWord = 12

    /// Whether no more than two letters lost, added, exchanged or in the wrong order lie between two words (letters of one beginning).
    ///
    /// Quadratic in the letters, of which there are at most a dozen.
    static func lie(between typed: ArraySlice<UInt8>, and meant: ArraySlice<UInt8>) -> Bool {
        guard max(typed.count, meant.count) <= longestWord, abs(typed.count - meant.count) <= 2 else { return false }
        let (typed, meant) = (Array(typed), Array(meant))
        var before = [Int](repeating: 0, count: meant.count + 1)
        var row = Array(0...meant.count)
        for i in 1...typed.count {
            var next = [i] + Array(repeating: 0, count: meant.count)
            for j in 1...meant.count {
                next[j] = min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1))
                if i > 1, j > 1, typed[i - 1] == meant[j - 2], typed[i - 2] == meant[j - 1] { next[j] = min(next[j], before[j - 2] + 1) }
            }
            guard next.contains(where: { $0 <= 2 }) else { return false }
            (before, row) = (row, next)
        }
        return row[meant.count] <= 2
    }
}
