import Catalogue
import Foundation

/// One guide of the handbook; its template is `content/pages/guide.mustache`.
struct GuidePage {
    let frame: PageFrame
    let words: [String: String]
    let guide: GuideView
    let group: String
    let handbook: String
    let leaflet: String
    let poster: String
    /// What the chat takes to open this guide.
    let opening: String
    let readingTime: String
    /// Says so where the guide should have been checked again by now.
    let overdue: String?
    let hasShare: Bool
    let share: [String]

    init(_ guide: Guide, catalogue: Catalogue, assets: Assets, publicURL: URL?, today: Day) {
        let words = catalogue.pages["handbook"] ?? [:]
        frame = PageFrame(
            title: guide.title + " – " + (words["name"] ?? ""), description: Sentences.of(guide.introduction).first ?? "",
            styles: ["base.css", "handbook.css"], scripts: ["base.js", "handbook.js"], path: Site.guide(guide.id), assets: assets,
            publicURL: publicURL)
        self.words = words
        self.guide = GuideView(guide, glossary: catalogue.glossary, assets: assets)
        group = catalogue.groups.first { $0.id == guide.group }?.title ?? ""
        handbook = Site.handbook
        leaflet = Site.leaflet(of: guide.id)
        poster = Site.poster(of: guide.id)
        opening = Site.choice(opening: guide.id)
        readingTime = Template.fill(words["readingTime"] ?? "", ["minutes": String(guide.readingTime), "steps": String(guide.steps.count)])
        overdue = guide.reviewBy < today ? Template.fill(words["overdue"] ?? "", ["day": guide.reviewBy.written]) : nil
        hasShare = guide.share != nil
        share = guide.share.map { text in [text] + (publicURL.map { [$0.root + Site.guide(guide.id)] } ?? []) } ?? []
    }
}
