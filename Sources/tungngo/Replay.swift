import ArgumentParser
import Foundation
import Logging
import Service
import Storage

/// `tungngo replay`: failed turns once more.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the turns again that failed, after their cause was mended.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "The folder of the database (data).") var data: String?

    mutating func run() async throws {
        var settings = try await Settings.load()
        settings.catalogue = options.folder
        if let data { settings.data = URL(filePath: data, directoryHint: .isDirectory) }
        let service = try await HelpDeskService(settings: settings, logger: Logger(label: "tungngo"), at: Date(), isServing: false)
        let failed = try await service.store.failedTurns()
        let replayed = try await service.turns.replay(at: Date())
        Terminal.print("\(replayed) of \(failed.count) failed turns went through")
    }
}
