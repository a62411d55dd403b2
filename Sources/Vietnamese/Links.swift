/// Web addresses in a message: their letters are no words.
public enum Links {
    /// The text without its web addresses (what has “://” in it or begins with “www.”). Linear.
    public static func removed(from text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")) || text.utf8.contains(UInt8(ascii: ".")) else { return text }
        guard text.contains("://") || text.contains("www.") || text.contains("WWW.") else { return text }
        return text.split(whereSeparator: \.isWhitespace).filter { word in
            !word.contains("://") && !word.lowercased().hasPrefix("www.")
        }.joined(separator: " ")
    }
}
