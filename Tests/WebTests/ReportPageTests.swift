import Catalogue
import Foundation
import GRDB
import HelpDesk
import Service
import Support
import Testing

@testable import Storage
@testable import Web

/// The report's page: who reports for which team, what is taken away, and what a person writes in it.
struct ReportPageTests {
    /// Sessions and people of a kind on the page.
    private static func figures(_ kind: String, _ page: String) -> [String] {
        guard let row = page.range(of: "scope=\"row\">\(kind)</th>") else { return [] }
        let rest = page[row.upperBound...]
        return rest[..<(rest.range(of: "</tr>")?.lowerBound ?? rest.endIndex)].matches(of: />([\d.]+)<\/td>/).map { String($0.output.1) }
    }

    private static func options(_ page: String) -> [String] {
        guard let start = page.range(of: "<select name=\"to\">"), let end = page[start.upperBound...].range(of: "</select>") else { return [] }
        return page[start.upperBound..<end.lowerBound].matches(of: /value="([^"]*)"/).map { String($0.output.1) }
    }

    @Test func `Each role reports for its teams and for no other, by page, sheet, file and text`() async throws {
        try await ManageFixture.run { fixture in
            let reach: [String: Set<String>] = [
                "DPT": ["", "T", "A", "A1", "B", "B1"], "DPA": ["A", "A1"], "DPB": ["B", "B1"], "TTA": ["A1"], "TVA": [], "QT": [],
            ]
            for (member, teams) in reach {
                let browser = try await fixture.signedIn(member)
                let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
                #expect(try await browser.get("quan-ly").body.contains("href=\"/quan-ly/bao-cao\"") == !teams.isEmpty, "\(member)")
                if !teams.isEmpty { #expect(Set(Self.options(try await browser.get("quan-ly/bao-cao").body)) == teams, "\(member)") }
                for team in ["T", "A", "A1", "B", "B1"] {
                    let expected = teams.contains(team) ? 200 : teams.isEmpty ? 403 : 404
                    #expect(try await browser.get("quan-ly/bao-cao?to=\(team)").status == expected, "\(member) \(team)")
                    #expect(try await browser.get("quan-ly/bao-cao/in?to=\(team)").status == expected, "\(member) \(team)")
                    let file = try await browser.submit("quan-ly/bao-cao/tai", ["ma": form, "to": team, "dang": "json"])
                    #expect(file.status == expected, "\(member) \(team)")
                    let kept = try await browser.submit("quan-ly/bao-cao/phan-viet", ["ma": form, "to": team, "plans": "của \(member)"])
                    #expect(kept.status == expected, "\(member) \(team)")
                }
            }
            #expect(try await fixture.store.reportTexts(of: "B1")[.plans].map { ["của DPT", "của DPB"].contains($0) } == true)
        }
    }

    @Test func `A coordinator reports with all below, a leader without them`() async throws {
        try await ManageFixture.run { fixture in
            try await fixture.execute("INSERT INTO post (team, member, role) SELECT 'A', id, 'leader' FROM member WHERE code = 'TVB'")
            try await fixture.add(by: "DPA", team: "A", people: 2)
            try await fixture.add(by: "TVA", team: "A1", people: 40)
            try await fixture.execute("UPDATE helpSession SET difficulty = 'khó mẫu của ' || team")
            let sheet = "quan-ly/bao-cao/in?to=A&phu-luc=1"
            let coordinator = try await fixture.signedIn("DPA")
            #expect(Self.figures("Giúp rồi ghi lại", try await coordinator.get("quan-ly/bao-cao?to=A").body) == ["2", "42", "0", "2"])
            let whole = try await coordinator.get(sheet).body
            #expect(whole.contains("Người TVA") && whole.contains("khó mẫu của A1") && whole.contains("Thôn A1"))
            let leader = try await fixture.signedIn("TVB")
            let page = try await leader.get("quan-ly/bao-cao").body
            #expect(Self.figures("Giúp rồi ghi lại", page) == ["1", "2", "0", "1"])
            #expect(page.contains("không tính các tổ bên dưới"))
            let own = try await leader.get(sheet).body
            #expect(own.contains("Người DPA") && own.contains("khó mẫu của A"))
            #expect(!own.contains("Người TVA") && !own.contains("khó mẫu của A1") && !own.contains("Thôn A1"))
        }
    }

    @Test func `A file holds the page's figures, and each view and file is in the audit log by its team and days`() async throws {
        try await ManageFixture.run { fixture in
            try await fixture.add(by: "TVA", team: "A1", people: 7)
            let browser = try await fixture.signedIn("TTA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly/bao-cao?ky=2026"))
            for (format, start) in [("xlsx", "PK"), ("csv", "\u{FEFF}Bảng,"), ("json", "{")] {
                let file = try await browser.submit("quan-ly/bao-cao/tai", ["ma": form, "to": "A1", "ky": "2026-q4", "dang": format])
                #expect(file.headers["content-disposition"] == "attachment; filename=\"bao-cao-a1-2026-q4.\(format)\"")
                #expect(file.headers["cache-control"] == "no-store")
                if format != "xlsx" { #expect(file.body.hasPrefix(start), "\(format)") }
                if format == "csv" { #expect(file.body.contains("Sổ của từng thành viên,1,TVA,Giúp trực tiếp: lượt người,7")) }
            }
            #expect(try await browser.submit("quan-ly/bao-cao/tai", ["ma": form, "to": "A1", "dang": "doc"]).status == 400)
            #expect(try await browser.submit("quan-ly/bao-cao/tai", ["ma": "0", "to": "A1", "dang": "csv"]).status == 403)
            let entries = try await fixture.store.audit.entries(limit: 4)
            #expect(entries.map(\.action) == [.exportReport, .exportReport, .exportReport, .viewReport])
            #expect(entries.map(\.subjects) == Array(repeating: "A1 2026-10-01 2026-12-31", count: 3) + ["A1 2026-01-01 2026-12-31"])
        }
    }

    @Test func `What a person wrote is masked, kept for the next period, and printed`() async throws {
        try await ManageFixture.run { fixture in
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly/bao-cao"))
            let written = ["direction": "Họp đầu tháng.\r\nGọi 0905000111.", "plans": "  <b>Tập huấn</b>  "]
            let page = try await browser.submit("quan-ly/bao-cao/phan-viet", written.merging(["ma": form, "to": "A", "ky": "2026-09"]) { $1 })
            #expect(page.body.contains("Đã lưu"))
            let texts = try await fixture.store.reportTexts(of: "A")
            #expect(texts[.plans] == "<b>Tập huấn</b>")
            #expect(texts[.direction]?.hasPrefix("Họp đầu tháng.\n") == true && texts[.direction]?.contains("0905000111") == false)
            let sheet = try await browser.get("quan-ly/bao-cao/in?to=A&ky=2026-10").body
            #expect(sheet.contains("&lt;b&gt;Tập huấn&lt;/b&gt;"))
            #expect(try await browser.get("quan-ly/bao-cao?to=A1").body.contains("Tập huấn") == false)
            #expect(try await fixture.store.audit.entries(limit: 9).contains { $0.action == .editReport && $0.subjects.hasPrefix("A 2026-09-01") })
        }
    }

    @Test func `Closed months, what came late and services nobody was helped with are told`() async throws {
        try await ManageFixture.run { fixture in
            try await fixture.add(by: "TVA", team: "A1", guide: "khai-sinh", back: 60)
            let today = Day(inVietnam: fixture.clock.now)
            _ = try await fixture.store.closeMonths(on: today, at: fixture.clock.now)
            // Nobody had logged before the fixture's day: its month alone could be late.
            try await fixture.execute("INSERT INTO closedMonth (month, closedAt) VALUES ('2026-09', 0) ON CONFLICT DO NOTHING")
            try await fixture.execute("UPDATE helpSession SET people = 4")
            let browser = try await fixture.signedIn("DPT")
            let closed = try await browser.get("quan-ly/bao-cao?ky=2026-09").body
            #expect(closed.contains("Số liệu kỳ này đã chốt, không đổi nữa"))
            #expect(Self.figures("9/2026: Giúp rồi ghi lại", closed) == ["0", "3", "0"])
            #expect(try await browser.get("quan-ly/bao-cao?ky=2026").body.contains("Các ngày sau đó còn thay đổi"))
            #expect(try await browser.get("quan-ly/bao-cao?ky=2027").body.contains("chưa chốt, còn thay đổi"))
            let services = fixture.web.service.catalogue.current.catalogue.essential.filter { !$0.guides.isEmpty }
            let unused = services.filter { !$0.guides.contains("khai-sinh") }
            #expect(closed.contains("Dịch vụ công chưa phát sinh: \(unused.count) trên \(services.count)"))
            for service in unused { #expect(closed.contains("<li>\(service.title)</li>"), "\(service.title)") }
        }
    }

    @Test(arguments: [
        ("ky=2026-11", "Tháng 11/2026"), ("ky=2026-q1", "Quý 1/2026"), ("ky=2024", "Năm 2024"),
        ("tu=2026-02-03&den=2026-03-04", "Từ 3/2/2026 đến 4/3/2026"),
        ("", "Tháng 11/2026"), ("ky=2019-02", "Tháng 2/2019"),
    ])
    func `Any period can be chosen`(query: String, title: String) async throws {
        try await ManageFixture.run { fixture in
            let page = try await (try await fixture.signedIn("DPA")).get("quan-ly/bao-cao?\(query)").body
            #expect(page.contains("<h2>Xã A: \(title)</h2>"))
            if query.hasPrefix("ky=") { #expect(page.contains("value=\"\(query.dropFirst(3))\" selected"), "\(query)") }
        }
    }

    @Test(arguments: ["2026-13", "2026-q5", "2026-q0", "26", "", "2026-11-01", "năm nay", "9999", "2026-"])
    func `What is no period is refused`(name: String) {
        #expect(ReportSpan(name) == nil)
    }

    @Test func `Periods end where their last month does, and follow one another`() throws {
        let day = try #require(Day("2026-01-31"))
        #expect(ReportSpan.latest(3, .month, at: day).map(\.name) == ["2026-01", "2025-12", "2025-11"])
        #expect(ReportSpan.latest(3, .quarter, at: day).map(\.name) == ["2026-q1", "2025-q4", "2025-q3"])
        #expect(ReportSpan.latest(2, .year, at: day).map(\.name) == ["2026", "2025"])
        #expect(ReportSpan("2024-02")?.period.to == Day("2024-02-29"))
        #expect(ReportSpan("2026-q4")?.period.to == Day("2026-12-31"))
        #expect(ReportSpan("2026-q4").map { "\($0.period.from)" } == "2026-10-01")
    }
}
