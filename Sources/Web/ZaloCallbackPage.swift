import Catalogue

/// How an authorisation ended; its template is `content/pages/zalo-oa.mustache`.
struct ZaloCallbackPage {
    let frame: PageFrame
    let words: [String: String]
    let isConnected: Bool

    init(isConnected: Bool, catalogue: Catalogue, assets: Assets) {
        words = catalogue.pages["zalo-oa"] ?? [:]
        frame = PageFrame(
            title: words["title"] ?? "", description: "", styles: ["base.css", "handbook.css"], scripts: ["base.js"], assets: assets, publicURL: nil)
        self.isConnected = isConnected
    }
}
