import ArgumentParser
import Catalogue
import Foundation
import HelpDesk
import Service
import Storage
import Web

/// `tungngo members invite`: one-time codes for a member, or for all members of a team.
struct MembersInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make one-time codes with which members register in the chat.")

    @OptionGroup var options: DataOptions
    @OptionGroup var catalogue: CatalogueOptions
    @Option(help: "How many days a code is good for, 1 to 90.") var days = 14
    @Option(help: "Write a sheet to print and cut apart (HTML, A4) to this file; needs TUNGNGO_PUBLIC_URL.") var sheet: String?
    @Argument(help: "A member's code, or a team's code for all its members.") var code: String

    mutating func run() async throws {
        guard (1...90).contains(days) else { throw ValidationError("--days \(days) is none; write a number from 1 to 90") }
        let store = try await options.store()
        let posts = try await store.posts()
        let team = try await store.team(code.uppercased())
        let members = posts.filter { team == nil ? $0.member.code == code.uppercased() : $0.post.team == team?.code }.map(\.member)
        guard !members.isEmpty else {
            throw ValidationError(
                team == nil
                    ? "no member and no team has the code \(code); `tungngo members list` shows them"
                    : "the team \(code.uppercased()) has no members yet; bring them with `tungngo members import`")
        }
        // Before a code is made: one that cannot be printed would be lost.
        let printables =
            sheet == nil ? nil : try await Printables(catalogue.load().catalogue, folder: catalogue.folder, publicURL: Settings.load().publicURL)
        var generator = SystemRandomNumberGenerator()
        let expiry = Date().addingTimeInterval(Double(days) * 86_400)
        var invites: [(name: String, code: InviteCode)] = []
        for member in Set(members).sorted(by: { ($0.name, $0.code) < ($1.name, $1.code) }) {
            let invite = InviteCode(using: &generator)
            guard try await store.invite(member.code, with: invite, until: expiry) else { continue }
            invites.append((member.name, invite))
            if sheet == nil { Terminal.print("\(invite)\t\(member.name)\t\(member.code)") }
        }
        guard let printables, let sheet else { return }
        try OutputFile.write(
            try printables.invites(team: team?.name ?? members[0].name, invites, until: Day(inVietnam: expiry)), to: sheet)
        Terminal.print("\(invites.count)\t\(sheet)")
    }
}
