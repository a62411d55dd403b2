import ArgumentParser

/// The command line.
@main
struct Tungngo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tungngo",
        abstract: "Từng Ngõ: a help desk that leads people through public services, step by step.",
        subcommands: [
            Serve.self, Ask.self, Chat.self, Check.self, Eval.self, Leaflet.self, Pack.self, Members.self, LoginLinkCommand.self, Report.self,
            Outbox.self, Phrases.self, ChannelsCommand.self, Replay.self,
        ]
    )
}
