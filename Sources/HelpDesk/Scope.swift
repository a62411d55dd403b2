/// Whose rows a member may see (promise 6): a member the own sessions, a leader the team's, a coordinator those of the team and
/// all below it, an administrator settings and no texts.
public struct Scope: Sendable, Hashable {
    /// The code of the member whose scope it is.
    public let member: String
    /// The teams whose sessions and hand-overs may be seen.
    public let teams: Set<String>
    /// Those of them that the member coordinates: questions, failed turns and reviews are for coordinators.
    public let coordinated: Set<String>
    /// The highest teams that the member coordinates: all others of ``coordinated`` are below them.
    public let tops: Set<String>
    /// Whether rows that belong to no team may be seen: only from the top of the tree.
    public let seesStrays: Bool
    public let isAdministrator: Bool

    /// - Parameters:
    ///   - posts: of this member.
    ///   - parents: of every team by its code, nil at a root. Linear in their number and depth.
    public init(of member: String, posts: [Post], parents: [String: String?]) {
        self.member = member
        isAdministrator = posts.contains { $0.role == .administrator }
        let tops = Set(posts.filter { $0.role == .coordinator && parents.keys.contains($0.team) }.map(\.team))
        coordinated = tops.isEmpty ? [] : Set(parents.keys.filter { Self.isAtOrBelow($0, tops, parents) })
        self.tops = tops.filter { top in !Self.isAtOrBelow(parents[top] ?? nil, tops, parents) }
        teams = coordinated.union(posts.filter { $0.role == .leader }.map(\.team))
        seesStrays = tops.contains { parents[$0] == .some(nil) }
    }

    /// The teams that the member leads without coordinating them: of these no team below is seen.
    public var led: Set<String> { teams.subtracting(coordinated) }

    /// Whether there is more to see than the own sessions.
    public var isWide: Bool { !teams.isEmpty }
    public var isCoordinator: Bool { !coordinated.isEmpty }

    /// - Parameter team: nil where the row belongs to none.
    public func sees(team: String?) -> Bool {
        team.map(teams.contains) ?? seesStrays
    }

    /// - Parameters:
    ///   - team: with which the session is counted.
    ///   - member: the code of who gave the help.
    public func sees(sessionOf team: String?, by member: String?) -> Bool {
        member == self.member || sees(team: team)
    }

    public func coordinates(team: String?) -> Bool {
        team.map(coordinated.contains) ?? seesStrays
    }

    private static func isAtOrBelow(_ team: String?, _ tops: Set<String>, _ parents: [String: String?]) -> Bool {
        var next = team
        // A circle cannot be imported; the count keeps us safe from one all the same.
        for _ in 0...parents.count {
            guard let code = next else { return false }
            if tops.contains(code) { return true }
            next = parents[code] ?? nil
        }
        return false
    }
}
