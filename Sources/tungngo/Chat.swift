import ArgumentParser
import Channels
import Dialogue
import Foundation
import HelpDesk
import Logging
import Service
import Storage

/// `tungngo chat`: the conversation in the terminal, by the very code of the service, on a database that is thrown away.
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Talk to the bot in the terminal. End with an empty line or Ctrl-D.")

    @OptionGroup var options: CatalogueOptions

    mutating func run() async throws {
        var settings = Settings()
        settings.catalogue = options.folder
        settings.data = FileManager.default.temporaryDirectory.appending(path: "tungngo-chat-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: settings.data) }
        let service = try await HelpDeskService(settings: settings, logger: Logger(label: "tungngo"), at: Date())
        let address = PersonAddress(channel: "terminal", name: "terminal")
        var seen = 0
        var content = InboundMessage.Content.opened(guide: nil)
        var number = 0
        repeat {
            number += 1
            try await service.turns.process(InboundMessage(address: address, id: String(number), at: Date(), content: content))
            for reply in try await service.store.replies(to: address, after: seen) {
                seen = reply.number
                Terminal.print("\n" + reply.reply.text)
                for (place, choice) in reply.reply.choices.enumerated() { Terminal.print("  \(place + 1). \(choice.label)") }
            }
            Terminal.print("\n> ", terminator: "")
            content = .text(readLine(strippingNewline: true) ?? "")
        } while content != .text("")
        try service.store.close()
    }
}
