import ArgumentParser

/// `tungngo outbox`: what waits to be delivered and what was given up.
struct Outbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replies that wait or were given up.", subcommands: [OutboxList.self, OutboxResend.self])
}
