import Catalogue
import Foundation

/// The handbook's first page, and what a search found; its template is `content/pages/handbook.mustache`.
struct HandbookPage {
    struct Entry {
        let title: String
        let introduction: String
        let address: String

        init(_ guide: Guide) {
            title = guide.title
            introduction = Sentences.of(guide.introduction).first ?? ""
            address = Site.guide(guide.id)
        }
    }

    struct Chapter {
        let id: String
        let title: String
        let guides: [Entry]
    }

    /// What a search found.
    struct Finding {
        /// What was asked, masked.
        let question: String
        /// Whether the first guide is meant for sure.
        let isClear: Bool
        let isUnclear: Bool
        let guides: [Entry]
    }

    let frame: PageFrame
    let words: [String: String]
    let handbook: String
    let chapters: [Chapter]
    let finding: Finding?

    init(_ catalogue: Catalogue, finding: Finding? = nil, assets: Assets, publicURL: URL?) {
        let words = catalogue.pages["handbook"] ?? [:]
        frame = PageFrame(
            title: words["title"] ?? "", description: words["description"] ?? "", styles: ["base.css", "handbook.css"],
            scripts: ["base.js", "handbook.js"], path: Site.handbook, assets: assets, publicURL: publicURL)
        self.words = words
        handbook = Site.handbook
        chapters = catalogue.groups.map { Chapter(id: $0.id, title: $0.title, guides: catalogue.guides(in: $0.id).map(Entry.init)) }
        self.finding = finding
    }
}
