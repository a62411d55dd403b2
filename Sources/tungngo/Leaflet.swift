import ArgumentParser
import Foundation
import HelpDesk
import Service
import Web

/// `tungngo leaflet`: one guide on paper.
struct Leaflet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a guide's leaflet (A5, two sides) or poster (A3) as one file to print.",
        discussion: "It carries our own address as a QR code and is refused while TUNGNGO_PUBLIC_URL is not set.")

    @OptionGroup var options: CatalogueOptions
    @Option(help: "The code of the team whose name and contact stand on it.") var team: String?
    @Flag(help: "A poster in place of a leaflet.") var poster = false
    @Option(name: .shortAndLong, help: "The file to write (else standard output).") var output: String?
    @Argument(help: "The guide's id, as its file is named.") var guide: String

    mutating func run() async throws {
        let catalogue = try options.load().catalogue
        let printables = try await Printables(catalogue, folder: options.folder, publicURL: try await Settings.load().publicURL)
        let contact = try team.map { code in
            guard let contact = Self.contact(of: code) else { throw ValidationError("there is no team “\(code)”") }
            return (code: code, contact: contact)
        }
        try OutputFile.write(try printables.leaflet(guide, asPoster: poster, team: contact), to: output)
    }

    /// The team with a code. No teams are kept yet.
    private static func contact(of code: String) -> Contact? { nil }
}
