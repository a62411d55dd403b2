/// Digits that are written as words (“không chín không năm …”).
enum SpokenDigit {
    /// The digit (0…9) that a word stands for, by its ``SecretWord/key(_:)``.
    static func value(_ key: UInt64) -> UInt8? { values[key] }

    /// Whether a word only joins two digits of a spoken number (“không chín lẻ năm”, “chín mươi lăm”).
    static func joins(_ key: UInt64) -> Bool { joints.contains(key) }

    private static let joints = Set(["le", "linh", "muoi"].map { SecretWord.key($0.utf8) })

    private static let values: [UInt64: UInt8] = {
        var values: [UInt64: UInt8] = [:]
        for (digit, line) in ["khong zero ko", "mot", "hai", "ba", "bon tu", "nam lam", "sau", "bay", "tam", "chin"].enumerated() {
            for word in line.split(separator: " ") { values[SecretWord.key(word.utf8)] = UInt8(digit) }
        }
        return values
    }()
}
