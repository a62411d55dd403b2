import Catalogue
import HelpDesk

/// Where a team's QR code leads; its template is `content/pages/team.mustache`.
struct TeamPage {
    struct GuideEntry {
        let title: String
        let introduction: String
        let address: String
        /// Opens the chat at the guide.
        let choice: String
    }

    let frame: PageFrame
    let words: [String: String]
    let handbook: String
    let home: String
    let team: Team
    let guide: GuideEntry?
    /// Where the form goes that binds the visitor to the team.
    let bindAddress: String
    let isBound: Bool

    init(_ team: Team, guide: Guide?, isBound: Bool, catalogue: Catalogue, assets: Assets) {
        words = catalogue.pages["team"] ?? [:]
        frame = PageFrame(
            title: team.name, description: "", styles: ["base.css", "handbook.css"], scripts: ["base.js"], assets: assets, publicURL: nil)
        handbook = Site.handbook
        home = Site.home
        self.team = team
        self.guide = guide.map { guide in
            GuideEntry(title: guide.title, introduction: guide.introduction, address: Site.guide(guide.id), choice: Site.choice(opening: guide.id))
        }
        bindAddress = Site.team(team.code, guide: guide?.id ?? "")
        self.isBound = isBound
    }
}
