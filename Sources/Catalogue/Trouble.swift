/// “What if it fails here”: a trouble at a step, as the person would name it, and its remedy.
public struct Trouble: Sendable, Hashable, Codable {
    /// Begins with “Nếu”.
    public let title: String
    public let remedy: String

    public init(title: String, remedy: String) {
        self.title = title
        self.remedy = remedy
    }
}
