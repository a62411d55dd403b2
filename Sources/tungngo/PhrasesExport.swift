import ArgumentParser
import Catalogue
import Foundation
import Service
import Storage

/// `tungngo phrases export`: what was accepted, as a patch to `intents/`.
struct PhrasesExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what was accepted as a patch to intents/, for `git apply` or `patch -p1`.",
        discussion: """
            What the files say already is left out, and so is what has lost its intent or guide. Once the patch is in the files, they count, \
            and what stands in the database is superfluous; run `tungngo check` after it.
            """)

    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var database: DataOptions
    @Option(name: .shortAndLong, help: "The file to write (else standard output).") var output: String?

    mutating func run() async throws {
        let filed = try catalogue.load().catalogue
        let accepted = try await database.store().phrases.accepted()
        let folder = catalogue.folder
        let patch = CataloguePatch(accepted.map(\.change), to: filed) { file in
            FileManager.default.contents(atPath: folder.appending(path: file).path).flatMap { String(validating: $0, as: UTF8.self) }
        }
        for (phrase, standing) in zip(accepted, filed.standings(of: accepted.map(\.change))) where standing == .orphaned {
            Terminal.complain("\(phrase.number): set aside, its intent or guide is gone from the files")
        }
        try OutputFile.write(patch.text, to: output)
    }
}
