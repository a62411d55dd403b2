import Foundation

/// What every page of the handbook has around it: `content/pages/page-head.mustache`.
struct PageFrame {
    let title: String
    let description: String
    let icon: String
    let styles: [String]
    let scripts: [String]
    /// The page's own address, for search engines; only where ours is known.
    let canonical: String?

    /// - Parameters:
    ///   - styles: the names of files in `content/pages`, as `scripts`.
    ///   - path: of the page itself.
    init(title: String, description: String, styles: [String], scripts: [String] = [], path: String? = nil, assets: Assets, publicURL: URL?) {
        self.title = title
        self.description = description.attribute
        self.styles = styles.map(assets.address(of:))
        self.scripts = scripts.map(assets.address(of:))
        icon = assets.address(of: "icon.svg")
        canonical = path.flatMap { path in publicURL.map { $0.root + path } }
    }
}

extension URL {
    /// Without a slash at the end, so that a path can follow.
    var root: String {
        absoluteString.hasSuffix("/") ? String(absoluteString.dropLast()) : absoluteString
    }
}
