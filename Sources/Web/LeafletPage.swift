import Catalogue
import Foundation
import HelpDesk

/// A leaflet (A5, two sides) or a poster (A3) of one guide, with the way to us on it; the templates are
/// `content/pages/leaflet.mustache` and `poster.mustache`.
struct LeafletPage {
    struct Step {
        let number: Int
        let title: String
        let text: String
        let done: String?
    }

    /// Which of the two it is.
    enum Kind: String {
        case leaflet, poster
    }

    let frame: PageFrame
    let words: [String: String]
    let title: String
    /// Whether the title is so long that it must be set smaller.
    let isLong: Bool
    let introduction: String
    let hasPrepare: Bool
    let prepare: [String]
    let fee: String?
    let time: String?
    let hotline: String?
    /// In tenths of a point.
    let size: Int
    let steps: [Step]
    let stepsTitle: String
    /// Where the steps are not printed in full.
    let isShortened: Bool
    /// Whom to ask: the team, or where there is none the commune.
    let help: String
    let code: QRCode
    let address: String
    let checked: String

    /// - Parameters:
    ///   - team: whose name and contact stand on it, with the code that leads to them.
    /// - Returns: nil where the address is too long for a QR code.
    init?(_ guide: Guide, as kind: Kind, team: (code: String, contact: Contact)?, catalogue: Catalogue, assets: Assets, publicURL: URL) {
        let words = catalogue.pages["leaflet"] ?? [:]
        guard let code = QRCode(publicURL.root + (team.map { Site.team($0.code, guide: guide.id) } ?? Site.guide(guide.id))) else { return nil }
        frame = PageFrame(
            title: guide.title + " – " + (words[kind.rawValue] ?? ""), description: "", styles: ["print.css"], scripts: ["print.js"],
            assets: assets, publicURL: publicURL)
        self.words = words
        self.code = code
        title = guide.title
        let sheet = kind == .leaflet ? LeafletHead.leaflet : LeafletHead.poster
        let head = sheet.head(title: guide.title, introduction: guide.introduction)
        isLong = head.isLong
        introduction = head.introduction
        hasPrepare = !guide.prepare.isEmpty
        prepare = guide.prepare
        fee = guide.fee
        time = guide.time
        hotline = guide.hotline
        let printed = guide.steps.map(SheetStep.init)
        let setting = (kind == .leaflet ? Sheet.leaflet : .poster(height: head.heightBelow)).setting(for: printed)
        size = setting.size
        steps = zip(printed, setting.sentences).enumerated().map { place, step in
            Step(number: place + 1, title: step.0.title, text: step.0.text(sentences: step.1), done: setting.hasDone ? step.0.done : nil)
        }
        stepsTitle = Template.fill(words["steps"] ?? "", ["count": String(guide.steps.count)])
        isShortened = printed.map(\.sentences.count) != setting.sentences
        let place = team.map { [$0.contact.team, $0.contact.contact, $0.contact.address].filter { !$0.isEmpty }.joined(separator: ". ") + "." }
        help = place ?? words["noTeam"] ?? ""
        let root = publicURL.root
        address = root.hasPrefix("https://") ? String(root.dropFirst("https://".count)) : root
        checked = Template.fill(words["checked"] ?? "", ["day": guide.checked.written])
    }
}
