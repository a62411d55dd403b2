import Catalogue
import Foundation

/// All guides in one file that needs no network; its template is `content/pages/pack.mustache`.
struct PackPage {
    struct Chapter {
        let id: String
        let title: String
        let guides: [GuideView]
    }

    let frame: PageFrame
    let words: [String: String]
    let address: String
    let shortAddress: String
    let made: String
    let validUntil: String
    let chapters: [Chapter]

    /// - Parameter today: printed on it, beside the day from which the first of its guides is overdue.
    init(_ catalogue: Catalogue, assets: Assets, publicURL: URL, today: Day) {
        let words = catalogue.pages["pack"] ?? [:]
        frame = PageFrame(
            title: words["title"] ?? "", description: words["description"] ?? "", styles: ["base.css", "handbook.css"],
            scripts: ["base.js", "pack.js"], assets: assets, publicURL: publicURL)
        self.words = words
        address = publicURL.root + Site.handbook
        shortAddress = address.hasPrefix("https://") ? String(address.dropFirst("https://".count)) : address
        made = Template.fill(words["made"] ?? "", ["day": today.written])
        validUntil = Template.fill(words["validUntil"] ?? "", ["day": (catalogue.guides.map(\.reviewBy).min() ?? today).written])
        chapters = catalogue.groups.map { group in
            Chapter(
                id: group.id, title: group.title,
                guides: catalogue.guides(in: group.id).map { GuideView($0, glossary: catalogue.glossary, assets: assets) })
        }
    }
}
