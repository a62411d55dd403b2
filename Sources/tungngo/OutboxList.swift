import ArgumentParser
import Foundation
import Storage

/// `tungngo outbox list`: how the outbox stands, and what was given up, without a word of any reply.
struct OutboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show what waits on each channel, which channels are stopped, and what was given up.",
        discussion: "A line for each reply that was given up: its id, when it was queued and given up, channel, the person's number, the reason.")

    @OptionGroup var options: DataOptions
    @Option(help: "How many replies that were given up to show at most.") var limit = 1000

    mutating func run() async throws {
        guard limit > 0 else { throw ValidationError("--limit \(limit) is none; write a number from 1") }
        let store = try await options.store()
        let standing = try await store.outboxStanding()
        for stop in standing.stops {
            Terminal.print("stopped\t\(name(stop.channel, stop.account))\tsince \(stop.since.formatted(.iso8601))\t\(stop.reason)")
        }
        for waiting in standing.waiting {
            let oldest = waiting.oldest.formatted(.iso8601)
            Terminal.print("waiting\t\(name(waiting.channel, waiting.account))\t\(waiting.replies) replies, the oldest since \(oldest)")
        }
        let letters = try await store.deadLetters(limit: limit)
        for letter in letters {
            let (from, until) = (letter.queuedAt.formatted(.iso8601), letter.givenUpAt.formatted(.iso8601))
            Terminal.print("\(letter.id)\t\(from)\t\(until)\t\(name(letter.channel, letter.account))\tperson \(letter.person)\t\(letter.reason)")
        }
        if standing.stops.isEmpty, standing.waiting.isEmpty, letters.isEmpty { Terminal.print("nothing waits, nothing was given up") }
    }

    private func name(_ channel: String, _ account: String) -> String {
        account.isEmpty ? channel : "\(channel)/\(account)"
    }
}
