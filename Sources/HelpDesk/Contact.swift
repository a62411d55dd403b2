/// Where people of a team can be met.
public struct Contact: Sendable, Hashable, Codable {
    public let team: String
    /// Empty where nobody wrote it down.
    public let contact: String
    public let address: String

    public init(team: String, contact: String, address: String) {
        self.team = team
        self.contact = contact
        self.address = address
    }
}
