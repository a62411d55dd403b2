import Catalogue
import Foundation
import Support
import Testing

/// `tungngo check` on the shipped catalogue and on every broken one of the catalogue's own tests.
struct CheckTests {
    private static func check(_ folder: URL, _ arguments: String...) async throws -> Program.Ending {
        try await Program("tungngo", ["check", "--catalogue", folder.path] + arguments).end()
    }

    @Test func `The shipped catalogue has no error`() async throws {
        let ending = try await Self.check(Repository.root, "--today", CatalogueFixture.today.description)
        #expect(ending.status == 0)
        #expect(ending.output.contains("Danh mục tốt"))
    }

    @Test(arguments: CatalogueFixture.broken)
    func `Each broken catalogue fails, with its diagnostic at its place`(fixture: CatalogueFixture) async throws {
        let folder = try TemporaryFolder()
        let catalogue = folder.url.appending(path: "catalogue")
        try fixture.layOut(at: catalogue)
        let ending = try await Self.check(catalogue, "--strict", "--today", CatalogueFixture.today.description)
        #expect(ending.status == 1)
        for line in try fixture.expected() {
            let parts = line.split(separator: " ").map(String.init)
            #expect(ending.output.contains("\(parts[0]): "), "\(line)")
            #expect(ending.output.contains("[\(parts[2])]"), "\(line)")
        }
    }
}
