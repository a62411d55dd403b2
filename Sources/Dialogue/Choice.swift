/// Something the person may choose: what the button says and what it carries.
public struct Choice: Sendable, Hashable, Codable {
    public let label: String
    /// A ``ChoiceValue`` as text, at most 64 bytes.
    public let value: String

    public init(label: String, value: ChoiceValue) {
        self.label = label
        self.value = value.text
    }
}
