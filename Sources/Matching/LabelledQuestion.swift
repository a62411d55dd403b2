/// A question with the intent that it means, to measure a matcher with: one line of a question file.
public struct LabelledQuestion: Sendable, Hashable, Codable {
    public let text: String
    /// nil where the catalogue cannot answer it.
    public let intent: String?
    /// Other intents that are as right. A question without an intent that has some is borderline and counts nowhere.
    public let accept: [String]?

    public init(text: String, intent: String?, accept: [String]? = nil) {
        self.text = text
        self.intent = intent
        self.accept = accept
    }

    public var isInScope: Bool { intent != nil }
    public var isBorderline: Bool { intent == nil && accept?.isEmpty == false }

    /// Whether an intent answers it.
    public func isRight(_ id: String) -> Bool {
        id == intent || accept?.contains(id) == true
    }
}
