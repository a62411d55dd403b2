import Catalogue
import Foundation

/// A small page for the frame of another site (`content/pages/embed.mustache`), and how to put it there (`embedding.mustache`).
struct EmbedPage {
    let frame: PageFrame
    let words: [String: String]
    let handbook: String
    let guides: [HandbookPage.Entry]
    /// What a web master pastes; nothing while our own address is not known.
    let snippet: String?
    let preview: String

    /// What most people ask for, in this order, as far as the catalogue has it.
    private static let popular = [
        "dang-nhap-dich-vu-cong", "kich-hoat-vneid", "nop-ho-so-truc-tuyen", "nop-phi-truc-tuyen", "nhan-biet-lua-dao", "otp-khong-ve",
    ]

    init(_ catalogue: Catalogue, style: String, path: String, assets: Assets, publicURL: URL?) {
        let words = catalogue.pages["embed"] ?? [:]
        frame = PageFrame(
            title: words["title"] ?? "", description: words["description"] ?? "", styles: ["base.css", style], path: path, assets: assets,
            publicURL: publicURL)
        self.words = words
        handbook = Site.handbook
        preview = Site.embed
        guides = Self.popular.compactMap(catalogue.guide).map(HandbookPage.Entry.init)
        snippet = publicURL.map { url in
            let title = words["title"] ?? ""
            return
                "<iframe src=\"\(url.root + Site.embed)\" title=\"\(title)\" width=\"100%\" height=\"560\" style=\"border:0\" loading=\"lazy\"></iframe>"
        }
    }
}
