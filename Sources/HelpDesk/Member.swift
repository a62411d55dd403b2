/// Somebody who helps: a volunteer or an official, with a role in each of their teams.
public struct Member: Sendable, Hashable {
    /// What a member may see and do in a team and below it (promise 6).
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case member, leader, coordinator, administrator
    }

    /// The key of the member over imports.
    public let code: String
    public let name: String
    public let telephone: String?

    public init(code: String, name: String, telephone: String? = nil) {
        self.code = code
        self.name = name
        self.telephone = telephone
    }
}

/// That a member has a role in a team.
public struct Post: Sendable, Hashable {
    public let team: String
    public let member: String
    public let role: Member.Role

    public init(team: String, member: String, role: Member.Role) {
        self.team = team
        self.member = member
        self.role = role
    }
}
