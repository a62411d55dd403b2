import Catalogue
import Foundation
import Logging
import Support
import Testing

@testable import Service

struct CatalogueInServiceTests {
    /// A copy of the shipped catalogue that may be changed.
    private static func copy() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for part in ["intents", "content"] {
            try FileManager.default.copyItem(at: Repository.root.appending(path: part), to: folder.url.appending(path: part))
        }
        return folder
    }

    private static func write(_ text: String, to path: String, in folder: TemporaryFolder) throws {
        try Data(text.utf8).write(to: folder.url.appending(path: path))
    }

    @Test func `A good edit is taken up, a broken one is refused and the last good one stays`() async throws {
        let folder = try Self.copy()
        let loader = CatalogueLoader(folder: folder.url)
        let catalogue = CatalogueInService(try loader.load(at: Date()))
        let watch = CatalogueWatch(loader: loader, logger: Logger(label: "test")) { catalogue.exchange($0) }
        let groups = try String(contentsOf: folder.url.appending(path: "content/groups.yaml"), encoding: .utf8)
        let signature = loader.signature()

        try Self.write(groups.replacing("Lừa đảo", with: "Tránh lừa đảo"), to: "content/groups.yaml", in: folder)
        #expect(loader.signature() != signature)
        await watch.look()
        #expect(catalogue.current.catalogue.groups.contains { $0.title.hasPrefix("Tránh lừa đảo") })

        try Self.write("- id: [hỏng", to: "content/groups.yaml", in: folder)
        await watch.look()
        #expect(catalogue.current.catalogue.groups.contains { $0.title.hasPrefix("Tránh lừa đảo") })
    }

    @Test func `A catalogue with errors does not go into service, and the fault names the place`() throws {
        let folder = try Self.copy()
        try Self.write("xin chào", to: "content/guides/hong.md", in: folder)
        let refusal = #expect(throws: CatalogueLoader.Refusal.self) { try CatalogueLoader(folder: folder.url).load(at: Date()) }
        #expect(refusal?.description.contains("content/guides/hong.md:1:1") == true)
    }
}
