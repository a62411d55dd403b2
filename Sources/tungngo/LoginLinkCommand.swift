import ArgumentParser
import Foundation
import HelpDesk
import Service
import Storage

/// `tungngo login-link`: a one-time link to the coordinators' pages.
struct LoginLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login-link", abstract: "Make a one-time link with which a member signs in to the web pages (10 minutes).")

    @OptionGroup var options: DataOptions
    @Argument(help: "The member's code.") var member: String

    mutating func run() async throws {
        let settings = try await Settings.load()
        guard let url = settings.publicURL ?? URL(string: "http://\(settings.host):\(settings.port)") else {
            throw ValidationError("our own address is not known; set TUNGNGO_PUBLIC_URL, for example to https://hoidap.example.vn")
        }
        var generator = SystemRandomNumberGenerator()
        let token = SecretToken(using: &generator)
        guard try await options.store().signIns.add(NewLoginLink(token: token), for: member.uppercased(), at: Date()) else {
            throw ValidationError("no member has the code \(member); `tungngo members list` shows them")
        }
        Terminal.print(LoginLink.address(of: token, at: url))
    }
}
