import ArgumentParser
import Foundation
import HelpDesk
import Storage

/// `tungngo members invite`: one-time codes for a member, or for all members of a team.
struct MembersInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make one-time codes with which members register in the chat.")

    @OptionGroup var options: DataOptions
    @Option(help: "How many days a code is good for, 1 to 90.") var days = 14
    @Argument(help: "A member's code, or a team's code for all its members.") var code: String

    mutating func run() async throws {
        guard (1...90).contains(days) else { throw ValidationError("--days \(days) is none; write a number from 1 to 90") }
        let store = try await options.store()
        let posts = try await store.posts()
        var members = posts.filter { $0.post.team == code.uppercased() }.map(\.member)
        if members.isEmpty { members = posts.map(\.member).filter { $0.code == code.uppercased() } }
        guard !members.isEmpty else { throw ValidationError("no member and no team has the code \(code); `tungngo members list` shows them") }
        var generator = SystemRandomNumberGenerator()
        let expiry = Date().addingTimeInterval(Double(days) * 86_400)
        for member in Set(members).sorted(by: { $0.name < $1.name }) {
            let invite = InviteCode(using: &generator)
            guard try await store.invite(member.code, with: invite, until: expiry) else { continue }
            Terminal.print("\(invite)\t\(member.name)\t\(member.code)")
        }
    }
}
