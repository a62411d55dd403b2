import ArgumentParser
import HelpDesk
import Storage

/// `tungngo members list`: who is in which team.
struct MembersList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List teams and members.")

    @OptionGroup var options: DataOptions

    mutating func run() async throws {
        let store = try await options.store()
        let posts = Dictionary(grouping: try await store.posts()) { $0.post.team }
        for team in try await store.teams() {
            Terminal.print("\(team.code)\t\(team.name)" + (team.parent.map { "\t< \($0)" } ?? ""))
            for (member, post) in posts[team.code] ?? [] { Terminal.print("  \(member.code)\t\(member.name)\t\(post.role.rawValue)") }
        }
    }
}
