/// The QWERTY keyboard that phones and computers in Vietnam have.
public enum Keyboard {
    /// Whether two keys (ASCII lower-case letters or digits) touch, a slip of the finger apart; a key is not its own neighbour.
    public static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
        guard let first = Self.bit(a), let second = Self.bit(b) else { return false }
        return neighbours[first] & (1 << UInt64(second)) != 0
    }

    private static let rows: [[UInt8]] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

    /// For each key the set of its neighbours, by ``bit(_:)``.
    private static let neighbours: [UInt64] = {
        var sets = [UInt64](repeating: 0, count: 36)
        // Each row stands half a key to the right of the one above: a key touches two keys below it.
        for (row, keys) in rows.enumerated() {
            for (column, key) in keys.enumerated() {
                let below = row + 1 < rows.count ? rows[row + 1] : []
                let touching = [keys, below, below].enumerated().compactMap { kind, row -> UInt8? in
                    let column = kind == 0 ? column + 1 : column - (kind - 1)
                    return row.indices.contains(column) ? row[column] : nil
                }
                for other in touching {
                    guard let first = bit(key), let second = bit(other) else { continue }
                    sets[first] |= 1 << UInt64(second)
                    sets[second] |= 1 << UInt64(first)
                }
            }
        }
        return sets
    }()

    private static func bit(_ key: UInt8) -> Int? {
        switch key {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(key - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(key - UInt8(ascii: "0")) + 26
        default: nil
        }
    }
}
