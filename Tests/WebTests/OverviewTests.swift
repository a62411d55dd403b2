import Catalogue
import Foundation
import GRDB
import HelpDesk
import Support
import Testing

@testable import Storage
@testable import Web

struct OverviewTests {
    /// The figures of a row of a table, without its thousands' dots.
    private static func figures(_ title: String, _ table: String, _ page: String) -> [Int] {
        guard let start = page.range(of: "<caption>\(table)"), let row = page[start.upperBound...].range(of: "scope=\"row\">\(title)</th>") else {
            return []
        }
        let rest = page[row.upperBound...]
        let cells = rest[..<(rest.range(of: "</tr>")?.lowerBound ?? rest.endIndex)]
        return cells.matches(of: />([\d.]+)<\/td>/).compactMap { Int($0.output.1.replacing(".", with: "")) }
    }

    @Test func `This week and month stand beside as many days of the ones before, kinds apart`() async throws {
        try await ManageFixture.run { fixture in
            let today = Span.day(fixture.clock.now, back: 0)
            let weekday = Span.week(at: fixture.clock.now)
            let daysSinceMonday = (0...6).first { Span.day(fixture.clock.now, back: $0) == weekday.from } ?? 0
            try await fixture.add(by: "TVA", team: "A1", people: 3)
            try await fixture.add(by: "TVA", team: "A1", kind: "relayed", people: 1, outcome: "unsolved")
            try await fixture.add(by: "TVA", team: "A1", back: 7, people: 5)
            try await fixture.add(by: "TVB", team: "B1", people: 70)
            // The day after today's weekday of last week is not compared with.
            if daysSinceMonday < 6 { try await fixture.add(by: "TVA", team: "A1", back: 6, people: 100) }
            let page = try await (try await fixture.signedIn("DPA")).get("quan-ly").body
            let people = Self.figures("Giúp rồi ghi lại", "Lượt người", page)
            #expect(people.prefix(2) == [3, 5])
            #expect(Self.figures("Hỏi giúp bà con", "Số ca theo loại", page).first == 1)
            #expect(Self.figures("Chưa xong", "Kết quả", page).first == 1)
            #expect(people[2] >= 3 && today.day >= 1)
        }
    }

    @Test func `Quiet teams are named, with how many there are in all`() async throws {
        try await ManageFixture.run { fixture in
            try await fixture.add(by: "TVA", team: "A1", back: 13)
            try await fixture.add(by: "TVB", team: "B1", back: 14)
            let page = try await (try await fixture.signedIn("DPT")).get("quan-ly").body
            #expect(page.contains("1 trên 2 tổ có ghi ca trong 14 ngày qua"))
            #expect(page.contains("<li>Thôn B1 "))
            #expect(!page.contains("<li>Thôn A1 "))
        }
    }

    @Test func `Hand-overs that wait too long are an alarm`() async throws {
        try await ManageFixture.run { fixture in
            let browser = try await fixture.signedIn("DPA")
            try await fixture.execute(
                "INSERT INTO handOver (team, state, rung, openedAt) VALUES ('A1', 'open', 0, ?), ('A1', 'open', 3, ?), ('B1', 'open', 3, 0)",
                [Time.milliseconds(fixture.clock.now - 60), Time.milliseconds(fixture.clock.now - 60)])
            let page = try await browser.get("quan-ly").body
            #expect(page.contains("2 yêu cầu chờ người nhận, 0 đang có người giúp"))
            #expect(page.contains("1 yêu cầu chờ quá một giờ"))
            let list = try await browser.get("quan-ly/yeu-cau").body
            #expect(list.matches(of: /Quá hạn/).count == 1)
        }
    }

    @Test func `Questions that fold to the same are one row with its count`() async throws {
        try await ManageFixture.run { fixture in
            try await fixture.execute(
                "INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt, team) VALUES (9, 'telegram', '', 'x', 0, 0, 'A1')")
            for (place, text) in ["Vừa trồng qqchuối ngoài vườn sau?", "vua trong qqchuoi ngoai vuon sau", "việc khác hẳn"].enumerated() {
                let at = Time.milliseconds(fixture.clock.now) - Int64(place) * 60_000
                try await fixture.execute("INSERT INTO utterance (id, person, afterReply, at, text) VALUES (?, 9, 0, ?, ?)", [place + 50, at, text])
                try await fixture.execute(
                    "INSERT INTO question (person, utterance, channel, at, day, decision, confidence) VALUES (9, ?, ?, ?, ?, 'unknown', 0)",
                    [place + 50, place == 0 ? "telegram" : "web", at, Time.day(fixture.clock.now)])
            }
            let page = try await (try await fixture.signedIn("DPA")).get("quan-ly/cau-hoi").body
            #expect(page.contains("Vừa trồng qqchuối ngoài vườn sau?"))
            #expect(!page.contains("vua trong qqchuoi ngoai vuon sau"))
            #expect(page.contains("2 lần"))
            #expect(page.contains("việc khác hẳn"))
            #expect(try await (try await fixture.signedIn("DPA")).get("quan-ly").body.contains("3 câu hỏi trong tháng"))
        }
    }

    @Test(arguments: [
        ("2026-11-25T10:00:00+07:00", "23/11–25/11", "16/11–18/11", "1/11–25/11", "1/10–25/10"),
        ("2026-11-23T00:00:00+07:00", "23/11", "16/11", "1/11–23/11", "1/10–23/10"),
        ("2026-03-31T23:59:59+07:00", "30/3–31/3", "23/3–24/3", "1/3–31/3", "1/2–28/2"),
        ("2026-01-01T08:00:00+07:00", "29/12–1/1", "22/12–25/12", "1/1", "1/12"),
    ])
    func `What is compared has the same length`(time: String, week: String, weekBefore: String, month: String, monthBefore: String) throws {
        let date = try Date(time, strategy: .iso8601)
        #expect(Span.week(at: date).written == week)
        #expect(Span.weekBefore(at: date).written == weekBefore)
        #expect(Span.month(at: date).written == month)
        #expect(Span.monthBefore(at: date).written == monthBefore)
    }
}
