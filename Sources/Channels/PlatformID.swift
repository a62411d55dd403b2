/// A platform's id (or time) as text: it may stand in JSON as a string or as a number, and is never calculated with.
struct PlatformID: Sendable, Hashable {
    /// In bytes: four times what any platform is known to use.
    static let longest = 200

    let text: String

    /// - Returns: nil where the text is empty or longer than any id.
    init?(_ text: String) {
        guard (1...PlatformID.longest).contains(text.utf8.count) else { return nil }
        self.text = text
    }
}

extension PlatformID: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try (try? container.decode(String.self)) ?? String(container.decode(Int64.self))
        guard let id = PlatformID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no id")
        }
        self = id
    }
}
