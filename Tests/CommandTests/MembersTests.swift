import Foundation
import Support
import Testing

struct MembersTests {
    private static func run(_ arguments: [String], data: TemporaryFolder) async throws -> Program.Ending {
        try await Program(
            "tungngo", ["members"] + arguments + ["--data", data.url.path], environment: ["TUNGNGO_CATALOGUE": Repository.root.path]
        ).end()
    }

    private static func write(_ text: String, in folder: TemporaryFolder) throws -> String {
        let file = folder.url.appending(path: "tổ.csv")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func `A file with semicolons, a byte order mark and quoted lines is taken, twice without a change`() async throws {
        let folder = try TemporaryFolder()
        let file = try Self.write(
            "\u{FEFF}Mã tổ;Tên tổ;Tổ cấp trên;Họ tên;Vai trò\r\nX;\"Xã \"\"Mẫu\"\"\";;Trần Thị Mẫu;Điều phối\r\nT1;Thôn mẫu 1;X;;\r\n", in: folder)
        let first = try await Self.run(["import", file], data: folder)
        #expect(first.errors == "")
        #expect(first.output.contains("2 teams, 1 members; 4 new or changed"))
        #expect(try await Self.run(["import", file], data: folder).output.contains("0 new or changed"))
        let list = try await Self.run(["list"], data: folder)
        #expect(list.output.contains("Xã \"Mẫu\""))
        #expect(list.output.contains("coordinator"))
        let invite = try await Self.run(["invite", "x"], data: folder)
        #expect(invite.output.firstMatch(of: /[A-Z]{4}-[2-9]{4}\tTrần Thị Mẫu/) != nil)
        #expect(try await Self.run(["revoke", "X-TRAN-THI-MAU"], data: folder).status == 0)
        #expect(try await Self.run(["invite", "X"], data: folder).status != 0)
    }

    @Test func `Of twenty thousand rows the five hundred bad ones are named, and nothing is taken`() async throws {
        let folder = try TemporaryFolder()
        var rows = ["mã tổ,tên tổ,tổ cấp trên,họ tên,mã thành viên,vai trò,điện thoại"]
        for number in 0..<20_000 {
            let role = number % 40 == 7 ? "vua" : "thành viên"
            rows.append("T\(number / 10),Tổ mẫu \(number / 10),,Người Mẫu \(number),M\(number),\(role),")
        }
        let file = try Self.write(rows.joined(separator: "\n"), in: folder)
        let ending = try await Self.run(["import", file], data: folder)
        #expect(ending.status == 1)
        let lines = ending.errors.split(separator: "\n")
        #expect(lines.count == 500)
        #expect(lines.first?.contains("tổ.csv:9: ") == true)
        #expect(lines.first?.contains("vua") == true)
        #expect(try await Self.run(["list"], data: folder).output.isEmpty)
    }
}
