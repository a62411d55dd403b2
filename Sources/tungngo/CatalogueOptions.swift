import ArgumentParser
import Catalogue
import Foundation
import Service

/// Where the catalogue is, for every command that reads it.
struct CatalogueOptions: ParsableArguments {
    @Option(help: "The folder that holds intents/ and content/ (or TUNGNGO_CATALOGUE; else the current folder).")
    var catalogue: String?

    var folder: URL {
        let path = catalogue ?? ProcessInfo.processInfo.environment["TUNGNGO_CATALOGUE"] ?? "."
        return URL(filePath: path, directoryHint: .isDirectory)
    }

    /// The catalogue ready to answer; an unsound one is refused with its faults.
    func load() throws -> CatalogueInService.Snapshot {
        try CatalogueLoader(folder: folder).load(at: Date())
    }
}
