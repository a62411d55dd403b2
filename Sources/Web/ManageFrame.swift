import HelpDesk
import Storage

/// What every page of the coordinators has around it: `content/pages/manage-head.mustache`.
struct ManageFrame {
    struct Link {
        let title: String
        let address: String
        let isCurrent: Bool
    }

    let frame: PageFrame
    let words: [String: String]
    let title: String
    let name: String
    let home = Site.manage
    let links: [Link]
    let signOut = Site.signOut
    /// What every form carries.
    let formToken: String

    init(visit: StaffGate.Visit, title: String, path: String, words: ManageWords, assets: Assets) {
        frame = PageFrame(
            title: title + " – " + words["name"], description: "", styles: ["base.css", "manage.css"], scripts: ["base.js", "manage.js"],
            assets: assets, publicURL: nil)
        self.words = words.all
        self.title = title
        name = visit.member.name
        formToken = visit.token.formToken
        let scope = visit.scope
        let pages = [
            ("nav.overview", Site.manage, true), ("nav.log", Site.helpLog, true),
            ("nav.waiting", Site.handOvers, scope.isWide || scope.isAdministrator),
            ("nav.questions", Site.questions, scope.isCoordinator), ("nav.phrases", Site.phrases, scope.isCoordinator),
            ("nav.report", Site.report, scope.isWide), ("nav.signIns", Site.signIns, true),
        ]
        links = pages.filter(\.2).map { Link(title: words[$0.0], address: $0.1, isCurrent: $0.1 == path) }
    }
}
