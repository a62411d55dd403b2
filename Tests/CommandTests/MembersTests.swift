import Foundation
import GRDB
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

    @Test func `The list says who has an account over which channel, and who cannot be reached`() async throws {
        let folder = try TemporaryFolder()
        let file = try Self.write(
            "mã tổ,tên tổ,họ tên,mã thành viên\nT1,Thôn mẫu 1,Mai Mẫu,M1\nT1,,Nam Mẫu,M2\nT1,,Hòa Mẫu,M3\nT1,,Lan Mẫu,M4\n", in: folder)
        #expect(try await Self.run(["import", file], data: folder).errors == "")
        let now = Int(Date().timeIntervalSince1970 * 1000)
        try await DatabaseQueue(path: folder.url.appending(path: "tungngo.sqlite").path).write { db in
            for (channel, member, seen, gone) in [
                ("telegram", "M1", now - 400 * 86_400_000, nil), ("web", "M1", now - 86_400_000, nil), ("telegram", "M2", now, now),
                ("web", "M3", now, nil),
            ] as [(String, String, Int, Int?)] {
                try db.execute(
                    sql: """
                        INSERT INTO person (channel, account, name, firstSeenAt, lastSeenAt, unreachableSince) VALUES (?, '', ?, ?, ?, ?);
                        INSERT INTO account (person, member, since) SELECT last_insert_rowid(), id, 0 FROM member WHERE code = ?
                        """,
                    arguments: [channel, member, seen, seen, gone, member])
            }
        }
        let list = try await Self.run(["list"], data: folder).output
        #expect(list.contains("M1\tMai Mẫu\tmember\ttelegram, web (out of reach: last wrote 20"))
        #expect(list.contains("M2\tNam Mẫu\tmember\ttelegram (out of reach: blocked us or left)\n"))
        #expect(list.contains("M3\tHòa Mẫu\tmember\tweb\n"))
        #expect(list.contains("M4\tLan Mẫu\tmember\tno account\n"))
        #expect(try await Self.run(["revoke", "M3"], data: folder).status == 0)
        #expect(try await !Self.run(["list"], data: folder).output.contains("Hòa"))
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
