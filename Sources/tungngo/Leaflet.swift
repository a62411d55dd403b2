import ArgumentParser
import Foundation
import HelpDesk
import Service
import Storage
import Web

/// `tungngo leaflet`: one guide on paper.
struct Leaflet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a guide's leaflet (A5, two sides) or poster (A3) as one file to print.",
        discussion: "It carries our own address as a QR code and is refused while TUNGNGO_PUBLIC_URL is not set.")

    @OptionGroup var options: CatalogueOptions
    @OptionGroup var database: DataOptions
    @Option(help: "The code of the team whose name and contact stand on it.") var team: String?
    @Flag(help: "A poster in place of a leaflet.") var poster = false
    @Option(name: .shortAndLong, help: "The file to write (else standard output).") var output: String?
    @Argument(help: "The guide's id, as its file is named.") var guide: String

    mutating func run() async throws {
        let catalogue = try options.load().catalogue
        let printables = try await Printables(catalogue, folder: options.folder, publicURL: try await Settings.load().publicURL)
        var contact: (code: String, contact: Contact)?
        if let team {
            guard let found = try await database.store().team(team.uppercased()) else {
                throw ValidationError("there is no team “\(team)”; `tungngo members list` shows them")
            }
            contact = (found.code, found.meetingPlace)
        }
        try OutputFile.write(try printables.leaflet(guide, asPoster: poster, team: contact), to: output)
    }
}
