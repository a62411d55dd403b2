import ArgumentParser
import Channels
import Foundation
import Service
import Web

/// `tungngo channels authorize zalo-oa`: the first pair of tokens of an Official Account, or a new one where the chain broke.
struct ChannelsAuthorize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorize", abstract: "Get tokens for a Zalo Official Account.",
        discussion: """
            Prints a page of Zalo's. An admin of the account opens it within a day and agrees; Zalo then leads back to our own page, which ends the \
            authorisation where the service runs. Where it cannot be reached, give the address at which Zalo ended (or the code in it) with --code.
            """)

    @OptionGroup var options: ChannelsOptions
    @Option(help: "The name of the account, where there are several.") var account = ""
    @Option(help: "The code that Zalo gave, or the whole address that holds it; good for ten minutes, once.") var code: String?
    @Argument(help: "zalo-oa.") var channel: String

    mutating func validate() throws {
        guard channel == ZaloOA.channel else { throw ValidationError("only \(ZaloOA.channel) is authorised; the others have tokens of their own") }
    }

    mutating func run() async throws {
        let settings = try await Settings.load()
        let service = try await options.channels(settings)
        guard let service, service.channels.contains(where: { $0.name == channel && $0.account == account }) else {
            throw ValidationError("\(channel)\(account.isEmpty ? "" : "/\(account)") is not configured; `tungngo channels check` shows what is")
        }
        guard let code else {
            let callback = try ChannelsOptions.ownAddress(settings).zaloCallback
            let begun = try await service.beginAuthorization(account, leadingBackTo: callback)
            Terminal.print(
                """
                In the app's console (Official Account) these must stand:
                callback\t\(callback.absoluteString)
                challenge\t\(begun.challenge)
                An admin of the account opens this page within a day and agrees:
                \(begun.page.absoluteString)
                """)
            return
        }
        do {
            let answer = ChannelsAuthorize.answer(in: code)
            try await service.finishAuthorization(account, code: answer.code, state: answer.state)
        } catch let error as SendError {
            Terminal.complain(error.summary)
            throw ExitCode(1)
        }
        Terminal.print("\(channel)\tok\tauthorised; a running service takes up the new tokens by itself")
    }

    /// What was pasted: a code alone, or the address with code and state.
    static func answer(in text: String) -> (code: String, state: String?) {
        let items = URLComponents(string: text.trimmingCharacters(in: .whitespacesAndNewlines))?.queryItems ?? []
        let value = { (name: String) in items.first { $0.name == name }?.value }
        return (value("code") ?? text.trimmingCharacters(in: .whitespacesAndNewlines), value("state"))
    }
}
