extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        // Most of it is ASCII and goes by bytes; what else there may be, by characters.
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }
        let bytes = Substring(self).utf8
        guard let start = bytes.firstIndex(where: { !isSpace($0) }), let end = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
        let text = self[start..<bytes.index(after: end)]
        guard let first = text.firstIndex(where: { !$0.isWhitespace }), let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[first...last])
    }

    /// Whether it begins with these very bytes.
    func begins(with start: String) -> Bool { utf8.starts(with: start.utf8) }

    /// Whether it is `a-z`, `0-9` and `-`, and not empty.
    var isIdentifier: Bool {
        !isEmpty
            && utf8.allSatisfy {
                ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
                    || $0 == UInt8(ascii: "-")
            }
    }
}
