import ArgumentParser
import Channels
import Foundation
import Service
import Web

/// `tungngo channels set-webhook CHANNEL`: tells a platform where to post to.
struct ChannelsSetWebhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-webhook", abstract: "Tell a platform our address; for telegram and zalo-bot.",
        discussion: "The others take it in their consoles only; `tungngo channels check` prints it.")

    @OptionGroup var options: ChannelsOptions
    @Option(help: "The name of the account, where the channel has several.") var account = ""
    @Argument(help: "telegram or zalo-bot.") var channel: String

    mutating func run() async throws {
        let settings = try await Settings.load()
        let service = try await options.channels(settings)
        guard let service, let channel = service.channels.first(where: { $0.name == channel && $0.account == account }) else {
            throw ValidationError("\(channel)\(account.isEmpty ? "" : "/\(account)") is not configured; `tungngo channels check` shows what is")
        }
        let address = try ChannelsOptions.ownAddress(settings).webhook(of: channel)
        do {
            try await service.setWebhook(of: channel, to: address)
        } catch let error as SendError {
            Terminal.complain("\(channel.title) did not take the address: \(error.summary)")
            throw ExitCode(1)
        } catch let fault as ChannelsInService.SetupFault {
            throw ValidationError("\(fault)")
        }
        Terminal.print("\(channel.title)\tok\tthe webhook is \(address.absoluteString)")
    }
}
