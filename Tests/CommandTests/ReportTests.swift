import Foundation
import Support
import Testing

struct ReportTests {
    private static func run(_ arguments: String..., data: TemporaryFolder) async throws -> Program.Ending {
        try await Program(
            "tungngo", ["report", "--data", data.url.path] + arguments, environment: ["TUNGNGO_CATALOGUE": Repository.root.path]
        ).end()
    }

    @Test func `Each format is written to the file that was asked for`() async throws {
        let folder = try TemporaryFolder()
        for (format, start) in [("html", "<!DOCTYPE html>"), ("xlsx", "PK"), ("csv", "\u{FEFF}Bảng,"), ("json", "{")] {
            let file = folder.url.appending(path: "bao-cao.\(format)")
            let ending = try await Self.run("--from", "2026-01-01", "--to", "2026-12-31", "--format", format, "-o", file.path, data: folder)
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(try Data(contentsOf: file).starts(with: Data(start.utf8)), "\(format)")
        }
    }

    @Test(arguments: [
        (["--from", "2026-13-01", "--to", "2026-12-31"], "2026-01-01"), (["--from", "2026-12-01", "--to", "2026-11-30"], "is after"),
        (["--from", "2026-01-01", "--to", "2026-12-31", "--team", "KHONG"], "members list"),
    ])
    func `What cannot be reported says what to write instead`(arguments: [String], complaint: String) async throws {
        let folder = try TemporaryFolder()
        let ending = try await Program(
            "tungngo", ["report", "--data", folder.url.path] + arguments, environment: ["TUNGNGO_CATALOGUE": Repository.root.path]
        ).end()
        #expect(ending.status != 0)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.contains(complaint))
    }
}
