import HelpDesk
import Testing

struct RosterFileTests {
    private static let headings = ["mã tổ", "tên tổ", "tổ cấp trên", "họ tên", "mã thành viên", "vai trò", "điện thoại"]

    private static func file(_ rows: [[String]], headings: [String] = headings, known: [Team] = []) -> RosterFile {
        RosterFile(rows: ([headings] + rows).enumerated().map { ($0 + 1, $1) }, known: known)
    }

    @Test func `Teams come before their children, members get codes and roles`() throws {
        let roster = try #require(
            Self.file([
                ["T-1", "Thôn mẫu 1", "X", "Nguyễn Văn Mẫu", "", "", ""], ["X", "Xã Mẫu", "", "Trần Thị Mẫu", "tm-1", "Tổ trưởng", "0905 000 111"],
                ["T-1", "", "", "Lê Mẫu", "LM", "dieu phoi", ""], ["T-2", "Thôn mẫu 2", "x", "", "", "", ""],
            ]).roster)
        #expect(roster.teams.map(\.code) == ["X", "T-1", "T-2"])
        #expect(roster.teams.last?.parent == "X")
        #expect(roster.members.map(\.code) == ["T-1-NGUYEN-VAN-MAU", "TM-1", "LM"])
        #expect(roster.members[1].telephone == "0905000111")
        #expect(roster.posts.map(\.role) == [.member, .leader, .coordinator])
    }

    @Test func `Headings may stand in any order, without diacritics, with columns of one's own`() throws {
        let file = Self.file([["Tổ mẫu", "x", "T"]], headings: ["TEN TO", "ghi chú", "Ma to"])
        #expect(file.faults.isEmpty)
        #expect(try #require(file.roster).teams.map(\.name) == ["Tổ mẫu"])
    }

    @Test func `A member may stand in several teams and roles`() throws {
        let roster = try #require(
            Self.file([
                ["A", "Tổ A", "", "Mẫu", "M", "", ""], ["B", "Tổ B", "", "Mẫu", "M", "tổ trưởng", ""],
                ["B", "Tổ B", "", "Mẫu", "M", "tổ trưởng", ""],
            ]).roster)
        #expect(roster.members.count == 1)
        #expect(roster.posts.count == 2)
    }

    @Test func `A team that is there already may be named by its code alone`() throws {
        let known = [Team(code: "X", name: "Xã Mẫu", contact: "cổng số 1")]
        let roster = try #require(Self.file([["T", "Thôn", "X", "", "", "", ""], ["X", "", "", "Mẫu", "M", "", ""]], known: known).roster)
        #expect(roster.teams.map(\.code).sorted() == ["T", "X"])
        #expect(roster.teams.first { $0.code == "X" }?.contact == "cổng số 1")
    }

    @Test(
        arguments: [
            (["", "Tổ", "", "", "", "", ""], RosterFault.Kind.noTeamCode), (["T?", "Tổ", "", "", "", "", ""], .malformedCode),
            (["T", "", "", "", "", "", ""], .noTeamName), (["A", "Tên khác", "", "", "", "", ""], .otherTeamName),
            (["T", "Tổ", "KHÔNGCÓ", "", "", "", ""], .unknownParent), (["T", "Tổ", "T", "", "", "", ""], .circle),
            (["T", "Tổ", "", "Mẫu", "", "giám đốc", ""], .unknownRole), (["T", "Tổ", "", "Mẫu", "", "", "gọi sau"], .malformedTelephone),
            (["A", "Tổ A", "", "Người khác", "M", "", ""], .otherMemberName), (["A", "Tổ A", "", "Mẫu Hai", "", "", ""], .sameName),
            (["T", "Tổ"], .columnCount),
        ] as [([String], RosterFault.Kind)])
    func `A bad row is named with its line, and nothing of the file is taken`(row: [String], kind: RosterFault.Kind) {
        let file = Self.file([["A", "Tổ A", "", "Mẫu", "M", "", ""], ["A", "", "", "Mẫu Hai", "", "", ""], row])
        #expect(file.roster == nil)
        #expect(file.faults.map(\.kind) == [kind])
        #expect(file.faults.map(\.line) == [4])
    }

    @Test func `A file without the columns that count says which is missing`() {
        let file = Self.file([["x"]], headings: ["họ tên"])
        #expect(file.faults.map(\.value) == ["mã tổ", "tên tổ"])
    }

    @Test func `Teams that stand above each other in a ring are a fault each`() {
        let file = Self.file([["A", "A", "B", "", "", "", ""], ["B", "B", "A", "", "", "", ""]])
        #expect(file.faults.map(\.kind) == [.circle, .circle])
    }
}
