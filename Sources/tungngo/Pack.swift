import ArgumentParser
import Catalogue
import Foundation
import Service
import Web

/// `tungngo pack`: all guides in one file.
struct Pack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write all guides into one file that is read without a network, or printed.",
        discussion: "It carries the handbook's address and is refused while TUNGNGO_PUBLIC_URL is not set.")

    @OptionGroup var options: CatalogueOptions
    @Option(name: .shortAndLong, help: "The file to write (else standard output).") var output: String?

    mutating func run() async throws {
        let catalogue = try options.load().catalogue
        let printables = try await Printables(catalogue, folder: options.folder, publicURL: try await Settings.load().publicURL)
        try OutputFile.write(try printables.pack(on: Day(inVietnam: Date())), to: output)
    }
}
