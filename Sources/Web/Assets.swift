import Foundation
import HTTPTypes
import Hummingbird

/// Style, script and icon of the pages, held in memory under names that change with their content, so that a browser may
/// keep them for ever.
struct Assets: Sendable {
    private struct Asset: Sendable {
        let type: String
        let body: ByteBuffer
    }

    private let assets: [String: Asset]
    private let addresses: [String: String]

    /// - Parameter folder: `content/pages`.
    init(folder: URL) throws {
        let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"]
        var assets: [String: Asset] = [:]
        var addresses: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
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

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.assets)/:name") { [assets] _, context in
            guard let asset = assets[try context.parameters.require("name")] else { throw HTTPError(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: asset.body))
        }
    }

    private static func digest(of data: Data) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
