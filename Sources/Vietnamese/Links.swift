/// Web addresses in a message: their letters are no words.
public enum Links {
    /// The text without its web addresses (what has “://” in it or begins with “www.”). Linear.
    public static func removed(from text: String) -> String {
        // By bytes: looking for a text in a text goes by characters, and costs more than all the rest of understanding a question.
        var slashes = 0
        let mayHaveLink = text.utf8.contains { byte in
            slashes = byte == UInt8(ascii: "/") ? slashes + 1 : 0
            return slashes == 2 || byte | 0x20 == UInt8(ascii: "w")
        }
        guard mayHaveLink else { return text }
        return text.split(whereSeparator: \.isWhitespace).filter { word in
            !word.contains("://") && !word.lowercased().hasPrefix("www.")
        }.joined(separator: " ")
    }
}
