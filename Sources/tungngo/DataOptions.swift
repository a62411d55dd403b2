import ArgumentParser
import Dialogue
import Foundation
import Service
import Storage

/// Where the database is, for commands that work beside a running service.
struct DataOptions: ParsableArguments {
    @Option(help: "The folder of the database (or TUNGNGO_DATA; else data).")
    var data: String?

    /// The database, for commands that run no turn.
    func store() async throws -> Store {
        let settings = try await Settings.load()
        let folder = try DataFolder(data.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? settings.data)
        return try Store(folder: folder, apology: Reply(text: "")) { _, _ in [] }
    }
}
