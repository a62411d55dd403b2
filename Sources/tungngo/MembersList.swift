import ArgumentParser
import Catalogue
import Foundation
import HelpDesk
import Service
import Storage

/// `tungngo members list`: who is in which team, over which channels, and who cannot be reached.
struct MembersList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List teams and members, with their accounts.",
        discussion: """
            A member whose accounts are all marked as out of reach is not called when somebody needs a human: they have blocked us, or \
            have not written for longer than the channel lets us write to them. A word from them brings them back.
            """)

    @OptionGroup var options: DataOptions

    mutating func run() async throws {
        let store = try await options.store()
        let reaches = try await Settings.load().channels.reaches
        let posts = Dictionary(grouping: try await store.posts()) { $0.post.team }
        let accounts = Dictionary(grouping: try await store.memberAccounts(), by: \.member)
        for team in try await store.teams() {
            Terminal.print("\(team.code)\t\(team.name)" + (team.parent.map { "\t< \($0)" } ?? ""))
            for (member, post) in posts[team.code] ?? [] {
                let channels = (accounts[member.code] ?? []).map { MembersList.description(of: $0, reaches, at: Date()) }
                let list = channels.isEmpty ? "no account" : channels.joined(separator: ", ")
                Terminal.print("  \(member.code)\t\(member.name)\t\(post.role.rawValue)\t\(list)")
            }
        }
    }

    static func description(of account: MemberAccount, _ reaches: [String: Reach], at date: Date) -> String {
        if account.isGone { return "\(account.channel) (out of reach: blocked us or left)" }
        if account.isReachable(reaches[account.channel] ?? .always, at: date) { return account.channel }
        return "\(account.channel) (out of reach: last wrote \(Day(inVietnam: account.lastSeenAt)))"
    }
}
