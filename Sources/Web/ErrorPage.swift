import Catalogue
import HTTPTypes

/// What went wrong, and the way on; its template is `content/pages/error.mustache`.
struct ErrorPage {
    let frame: PageFrame
    let words: [String: String]
    let title: String
    let text: String
    let home: String
    let back: String

    /// - Parameter path: what was asked for: whoever was on the coordinators' pages is led back there.
    init(_ status: HTTPResponse.Status, path: String, catalogue: Catalogue, assets: Assets) {
        let words = catalogue.pages["error"] ?? [:]
        let isManaged = path == Site.manage || path.hasPrefix(Site.manage + "/")
        let key = words["\(status.code).title"] == nil ? "other" : String(status.code)
        self.words = words
        title = words[key + ".title"] ?? ""
        text = words[key + ".text"] ?? ""
        home = isManaged ? Site.manage : Site.home
        back = words[isManaged ? "backToManage" : "backToChat"] ?? ""
        frame = PageFrame(
            title: title + " – " + (words["name"] ?? ""), description: "", styles: ["base.css", "handbook.css"], scripts: ["base.js"], assets: assets,
            publicURL: nil)
    }
}
