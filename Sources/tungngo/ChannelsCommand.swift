import ArgumentParser

/// `tungngo channels`: connecting the platforms.
struct ChannelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channels", abstract: "Connect the platforms, and see whether they are connected.",
        subcommands: [ChannelsCheck.self, ChannelsSetWebhook.self, ChannelsAuthorize.self])
}
