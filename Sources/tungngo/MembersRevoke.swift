import ArgumentParser
import Foundation
import Storage

/// `tungngo members revoke`: a member leaves; what they logged stays.
struct MembersRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End a member's posts, accounts and codes at once.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The member's code.") var member: String

    mutating func run() async throws {
        guard try await options.store().revoke(member.uppercased(), at: Date()) else {
            throw ValidationError("no member has the code \(member); `tungngo members list` shows them")
        }
    }
}
