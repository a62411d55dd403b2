public import Catalogue
public import Foundation
public import HelpDesk
import Mustache

/// What is handed on outside the web: leaflets, posters and the pack, each one file that needs nothing but itself.
public struct Printables: Sendable {
    /// Something that cannot be printed, in words for the terminal.
    public struct Refusal: Error, CustomStringConvertible {
        public let description: String
    }

    private let catalogue: Catalogue
    private let publicURL: URL
    private let assets: Assets
    private let pages: MustacheLibrary

    /// - Parameters:
    ///   - folder: the catalogue's, which holds `content/pages`.
    ///   - publicURL: our own address; nothing is printed without it.
    public init(_ catalogue: Catalogue, folder: URL, publicURL: URL?) async throws {
        guard let publicURL else {
            throw Refusal(
                description: "nothing is printed without our own address; set TUNGNGO_PUBLIC_URL, for example to https://hoidap.example.vn")
        }
        self.catalogue = catalogue
        self.publicURL = publicURL
        assets = try Assets(catalogue: folder)
        pages = try await MustacheLibrary(directory: folder.appending(path: "content/pages").path)
    }

    /// - Parameters:
    ///   - id: of the guide.
    ///   - team: the code and the contact of the team whose name stands on it.
    public func leaflet(_ id: String, asPoster: Bool = false, team: (code: String, contact: Contact)? = nil) throws -> String {
        guard let guide = catalogue.guide(id) else {
            throw Refusal(description: "there is no guide “\(id)”; the guides are: " + catalogue.guides.map(\.id).sorted().joined(separator: ", "))
        }
        let kind: LeafletPage.Kind = asPoster ? .poster : .leaflet
        guard let page = LeafletPage(guide, as: kind, team: team, catalogue: catalogue, assets: assets, publicURL: publicURL) else {
            throw Refusal(description: "the address is too long for a QR code: \(publicURL)")
        }
        return assets.inlined(in: try PageResponse.render(page, kind.rawValue, in: pages))
    }

    /// A sheet of invitations for a team's members.
    public func invites(team: String, _ invites: [(name: String, code: InviteCode)], until expiry: Day) throws -> String {
        guard let page = InvitePage(team: team, invites, until: expiry, catalogue: catalogue, assets: assets, publicURL: publicURL) else {
            throw Refusal(description: "the address is too long for a QR code: \(publicURL)")
        }
        return assets.inlined(in: try PageResponse.render(page, "invites", in: pages))
    }

    /// All guides in one file.
    public func pack(on today: Day) throws -> String {
        let page = PackPage(catalogue, assets: assets, publicURL: publicURL, today: today)
        return assets.inlined(in: try PageResponse.render(page, "pack", in: pages))
    }
}
