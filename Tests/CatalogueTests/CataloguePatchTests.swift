import Catalogue
import Foundation
import Support
import Testing

struct CataloguePatchTests {
    private static let changes: [CatalogueChange] = [
        .phrase("thuyền thúng: có phải đăng ký không", intent: "dang-ky-xe"), .phrase("xe ba gác đăng ký ở đâu", intent: "dang-ky-xe"),
        .phrase("156 là số chi", intent: "bao-cuoc-goi-rac"),
        .intent(
            id: "mau-y-dinh-moi", title: "Ý định mẫu", guide: "dang-ky-xe", phrases: ["ghe máy \"cũ\" sang tên", "no"]),
        .phrase("xuồng máy mẫu sang tên", intent: "mau-y-dinh-moi"), .phrase("XE BA GÁC đăng ký ở đâu", intent: "dang-ky-xe"),
        .abbreviation(written: "zxq", meaning: "dịch vụ mẫu"),
    ]

    @Test func `What git makes of the patch says what was accepted, and every comment stays`() throws {
        let folder = try TemporaryFolder()
        for part in ["intents", "content"] {
            try FileManager.default.copyItem(at: Repository.root.appending(path: part), to: folder.url.appending(path: part))
        }
        func read() -> CatalogueReader.Reading { CatalogueReader(folder: folder.url, today: Day.distantPast).read() }
        func text(_ file: String) -> String? { try? String(contentsOf: folder.url.appending(path: file), encoding: .utf8) }
        let before = read()
        // The same phrase a second time is one already.
        #expect(before.catalogue.standings(of: Self.changes) == [.wanted, .wanted, .wanted, .wanted, .wanted, .inFiles, .wanted])
        let comments = comments(in: folder.url)

        let patch = CataloguePatch(Self.changes, to: before.catalogue, read: text).text
        try patch.write(to: folder.url.appending(path: "added.patch"), atomically: true, encoding: .utf8)
        let git = try ChildProcess(
            URL(filePath: "/usr/bin/env"), ["git", "apply", "added.patch"],
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "GIT_CEILING_DIRECTORIES": folder.url.path],
            in: folder.url)
        #expect(git.wait() == 0, "\(patch)")

        let after = read()
        #expect(after.diagnostics.filter { $0.severity == .error }.isEmpty)
        #expect(Self.changes.allSatisfy { $0.standing(in: after.catalogue) == .inFiles })
        let added = try #require(after.catalogue.intents.first { $0.id == "mau-y-dinh-moi" })
        #expect(added.questions == ["ghe máy \"cũ\" sang tên", "no", "xuồng máy mẫu sang tên"])
        #expect(after.catalogue.intents.filter { $0.id != added.id }.map(\.keywords) == before.catalogue.intents.map(\.keywords))
        #expect(self.comments(in: folder.url) == comments)
        #expect(CataloguePatch(Self.changes, to: after.catalogue, read: text).text.isEmpty)
    }

    private func comments(in folder: URL) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "intents").path)) ?? []
        return names.reduce(0) { sum, name in
            let text = (try? String(contentsOf: folder.appending(path: "intents").appending(path: name), encoding: .utf8)) ?? ""
            return sum + text.split(separator: "\n").count { $0.contains("#") }
        }
    }
}
