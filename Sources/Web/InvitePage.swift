import Catalogue
import Foundation
import HelpDesk

/// A sheet of invitations to cut apart, one for each member of a team: the code, what to type and where; the template is
/// `content/pages/invites.mustache`.
struct InvitePage {
    struct Invite {
        let name: String
        /// The whole line to type.
        let line: String
    }

    let frame: PageFrame
    let words: [String: String]
    let team: String
    let expiry: String
    let invites: [Invite]
    let code: QRCode
    let address: String

    /// - Returns: nil where the address is too long for a QR code.
    init?(team: String, _ invites: [(name: String, code: InviteCode)], until expiry: Day, catalogue: Catalogue, assets: Assets, publicURL: URL) {
        let words = catalogue.pages["invites"] ?? [:]
        guard let code = QRCode(publicURL.root + Site.home) else { return nil }
        frame = PageFrame(
            title: (words["title"] ?? "") + " – " + team, description: "", styles: ["print.css"], scripts: ["print.js"], assets: assets,
            publicURL: publicURL)
        self.words = words
        self.team = team
        self.expiry = Template.fill(words["expiry"] ?? "", ["day": expiry.written])
        self.invites = invites.map { invite in
            Invite(name: invite.name, line: Template.fill(words["line"] ?? "", ["code": invite.code.description]))
        }
        self.code = code
        let root = publicURL.root
        address = root.hasPrefix("https://") ? String(root.dropFirst("https://".count)) : root
    }
}
