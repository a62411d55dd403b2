import ArgumentParser
import Channels
import Foundation
import Service
import Web

/// `tungngo channels check`: what is configured, what is missing, who the platforms say we are, and where they post to.
struct ChannelsCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "See whether the channels are connected.",
        discussion: """
            A line for each thing that is known: the channel, “ok”, “note” or “fault”, and what. Asks the platforms, and renews a token of Zalo's \
            that is too old; sends nobody anything. The exit status is 1 where there is a fault.
            """)

    @OptionGroup var options: ChannelsOptions

    mutating func run() async throws {
        let (settings, faults) = try await Settings.loadWithFaults()
        var hasFault = !faults.isEmpty
        for fault in faults { Terminal.print("settings\tfault\t\(fault)") }
        guard let service = try await options.channels(settings) else {
            if !hasFault { Terminal.print("no channel is configured: only the web page is there") }
            throw ExitCode(hasFault ? 1 : 0)
        }
        for channel in service.channels {
            let facts: [AccountFact]
            do {
                facts = try await service.facts(about: channel)
            } catch {
                facts = [.trouble(error.summary)]
            }
            for fact in facts {
                let line = ChannelsCheck.line(fact, channel, below: settings.publicURL)
                if line.grade == "fault" { hasFault = true }
                Terminal.print("\(channel.title)\t\(line.grade)\t\(line.text)")
            }
        }
        if hasFault { throw ExitCode(1) }
    }

    private static let unknownAddress = (grade: "fault", text: "our own address is not known: set TUNGNGO_PUBLIC_URL")

    private static func line(_ fact: AccountFact, _ channel: any Channel, below own: URL?) -> (grade: String, text: String) {
        switch fact {
        case .identity(let name): ("ok", "we are \(name)")
        case .note(let text): ("note", text)
        case .trouble(let text): ("fault", text)
        case .webhook(let address): webhook(address, channel, below: own)
        case .webhookInConsole:
            own.map { ("note", "in the platform's console the webhook must be \($0.webhook(of: channel).absoluteString)") } ?? unknownAddress
        }
    }

    private static func webhook(_ address: String, _ channel: any Channel, below own: URL?) -> (grade: String, text: String) {
        guard let own else { return unknownAddress }
        let ours = own.webhook(of: channel).absoluteString
        guard address != ours else { return ("ok", "the webhook is \(ours)") }
        let command = "tungngo channels set-webhook \(channel.name)" + (channel.account.isEmpty ? "" : " --account \(channel.account)")
        return ("fault", "the webhook is \(address.isEmpty ? "not set" : address); ours is \(ours): run `\(command)`")
    }
}
