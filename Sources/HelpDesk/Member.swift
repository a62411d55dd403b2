/// A volunteer or official who helps, as the teams' file lists them.
public struct Member: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case member, leader, coordinator, administrator
    }

    /// The key of the member over imports; made by us where the file leaves it empty.
    public let code: String
    public let name: String
    public let telephone: String?

    public init(code: String, name: String, telephone: String? = nil) {
        self.code = code
        self.name = name
        self.telephone = telephone
    }
}
