/// A person by the number of their row: how one person's turn speaks of another.
public struct PersonNumber: Sendable, Hashable, Codable {
    public let value: Int64

    public init(_ value: Int64) {
        self.value = value
    }
}
