import HelpDesk
import Testing

/// Promise 6 as a table: who sees whose rows.
struct ScopeTests {
    /// A province over two communes, each over a village; and a team that belongs to nobody else.
    private static let parents: [String: String?] = ["T": nil, "A": "T", "A1": "A", "B": "T", "B1": "B", "X": nil]

    private static func scope(_ role: Member.Role, in team: String) -> Scope {
        Scope(of: "M", posts: [Post(team: team, member: "M", role: role)], parents: parents)
    }

    @Test(arguments: [
        (Member.Role.member, "A1", [String]()), (.leader, "A1", ["A1"]), (.leader, "A", ["A"]), (.coordinator, "A", ["A", "A1"]),
        (.coordinator, "T", ["A", "A1", "B", "B1", "T"]), (.coordinator, "B1", ["B1"]), (.coordinator, "X", ["X"]), (.administrator, "T", []),
    ])
    func `A member sees the own sessions, a leader the team's, a coordinator those below`(role: Member.Role, team: String, seen: [String]) {
        let scope = Self.scope(role, in: team)
        for other in Self.parents.keys { #expect(scope.sees(team: other) == seen.contains(other), "\(role) of \(team) and \(other)") }
        #expect(scope.sees(sessionOf: "B1", by: "M"))
        #expect(scope.sees(sessionOf: "A1", by: "N") == seen.contains("A1"))
        #expect(scope.coordinates(team: "A1") == (role == .coordinator && seen.contains("A1")))
        #expect(scope.isWide == !seen.isEmpty)
    }

    @Test(arguments: [
        (Member.Role.coordinator, "T", true), (.coordinator, "X", true), (.coordinator, "A", false), (.leader, "T", false), (.member, "T", false),
        (.administrator, "T", false),
    ])
    func `What belongs to no team is seen from the top alone`(role: Member.Role, team: String, sees: Bool) {
        #expect(Self.scope(role, in: team).sees(team: nil) == sees)
        #expect(Self.scope(role, in: team).coordinates(team: nil) == sees)
    }

    @Test func `Several posts add up, a post in a team that is gone gives nothing`() {
        let posts = [Post(team: "A1", member: "M", role: .leader), Post(team: "B", member: "M", role: .coordinator)]
        #expect(Scope(of: "M", posts: posts, parents: Self.parents).teams == ["A1", "B", "B1"])
        #expect(Scope(of: "M", posts: [Post(team: "?", member: "M", role: .coordinator)], parents: Self.parents).isWide == false)
    }

    @Test func `A circle of teams ends`() {
        let scope = Scope(
            of: "M", posts: [Post(team: "A", member: "M", role: .coordinator)], parents: ["A": nil, "P": "Q", "Q": "P"])
        #expect(scope.coordinated == ["A"])
    }
}
