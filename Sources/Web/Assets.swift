import Foundation
import HTTPTypes
import Hummingbird

/// Styles, scripts and pictures of the pages, held in memory under names that change with their content, so that a browser may
/// keep them for ever.
struct Assets: Sendable {
    private struct Asset: Sendable {
        let type: String
        let body: ByteBuffer
    }

    private let assets: [String: Asset]
    private let addresses: [String: String]

    /// - Parameter catalogue: the folder whose `content/pages` and `content/pictures` are served.
    init(catalogue: URL) throws {
        let types = [
            "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        ]
        var assets: [String: Asset] = [:]
        var addresses: [String: String] = [:]
        let folders = ["content/pages", "content/pictures"].map { catalogue.appending(path: $0) }
        let files = try folders.filter { FileManager.default.fileExists(atPath: $0.path) }.flatMap {
            try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
        }
        for file in files {
            guard let type = types[file.pathExtension] else { continue }
            let data = try Data(contentsOf: file)
            let name = file.deletingPathExtension().lastPathComponent + "." + Assets.digest(of: data) + "." + file.pathExtension
            assets[name] = Asset(type: type, body: ByteBuffer(bytes: data))
            addresses[file.lastPathComponent] = Site.assets + "/" + name
        }
        self.assets = assets
        self.addresses = addresses
    }

    /// The address of a file, by its name in the folder.
    func address(of name: String) -> String {
        addresses[name] ?? Site.assets + "/" + name
    }

    /// All that a page refers to, put into the page itself: it then needs nothing but itself.
    func inlined(in html: String) -> String {
        assets.reduce(html) { html, entry in
            let address = Site.assets + "/" + entry.key
            guard html.contains(address) else { return html }
            let text = String(buffer: entry.value.body)
            switch entry.key.split(separator: ".").last {
            case "css": return html.replacing("<link rel=\"stylesheet\" href=\"\(address)\">", with: "<style>\n\(text)</style>")
            case "js": return html.replacing("<script src=\"\(address)\" defer></script>", with: "<script type=\"module\">\n\(text)</script>")
            default:
                let type = entry.value.type
                return html.replacing(address, with: "data:\(type);base64," + Data(entry.value.body.readableBytesView).base64EncodedString())
            }
        }
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.assets)/:name") { [assets] _, context in
            guard let asset = assets[try context.parameters.require("name")] else { throw HTTPError(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: asset.body))
        }
    }

    static func digest(of data: Data) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
