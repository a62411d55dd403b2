import HelpDesk

/// Teams in the order of their tree, each indented below the one above it.
enum TeamTree {
    /// - Parameter teams: any part of the tree: a team whose parent is not among them stands at the left.
    static func options(_ teams: [Team]) -> [(value: String, title: String)] {
        let codes = Set(teams.map(\.code))
        let below = Dictionary(grouping: teams) { team in team.parent.flatMap { codes.contains($0) ? $0 : nil } }
        var options: [(value: String, title: String)] = []
        var next = (below[nil] ?? []).sorted { $0.name > $1.name }.map { (team: $0, depth: 0) }
        while let (team, depth) = next.popLast() {
            options.append((team.code, String(repeating: "– ", count: depth) + team.name))
            next += (below[team.code] ?? []).sorted { $0.name > $1.name }.map { (team: $0, depth: depth + 1) }
        }
        return options
    }
}
