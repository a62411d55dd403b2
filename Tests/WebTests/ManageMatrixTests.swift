import Foundation
import GRDB
import HelpDesk
import Support
import Testing

@testable import Storage
@testable import Web

/// Promise 6 over HTTP: who reaches which page, and whose rows stand on it.
struct ManageMatrixTests {
    private static let everybody = ["DPT", "DPA", "DPB", "TTA", "TVA", "TVB", "QT"]

    @Test func `Nobody reaches a page without a session`() async throws {
        try await ManageFixture.run { fixture in
            let number = try await fixture.add(by: "TVA", team: "A1")
            let stranger = Browser(fixture.web.home)
            for path in ["quan-ly", "quan-ly/phien", "quan-ly/so", "quan-ly/so/\(number)", "quan-ly/yeu-cau", "quan-ly/cau-hoi"] {
                let page = try await stranger.get(path)
                #expect(page.body.contains("vào web"), "\(path)")
                #expect(!page.body.contains("Người TVA"), "\(path)")
            }
            for path in ["quan-ly/so/tim", "quan-ly/so/xuat", "quan-ly/so/duyet", "quan-ly/so/hoan-tac", "quan-ly/thoat", "quan-ly/thoat-het"] {
                #expect(try await stranger.submit(path, ["ma": "x"]).body.contains("vào web"), "\(path)")
            }
        }
    }

    @Test func `Each role reaches its pages and no other`() async throws {
        try await ManageFixture.run { fixture in
            let reach: [(member: String, waiting: Int, questions: Int)] = [
                ("DPT", 200, 200), ("DPA", 200, 200), ("TTA", 200, 403), ("TVA", 403, 403), ("QT", 200, 403),
            ]
            for (member, waiting, questions) in reach {
                let browser = try await fixture.signedIn(member)
                for path in ["quan-ly", "quan-ly/phien", "quan-ly/so"] { #expect(try await browser.get(path).status == 200, "\(member) \(path)") }
                #expect(try await browser.get("quan-ly/yeu-cau").status == waiting, "\(member)")
                #expect(try await browser.get("quan-ly/cau-hoi").status == questions, "\(member)")
                let home = try await browser.get("quan-ly").body
                #expect(home.contains("href=\"/quan-ly/cau-hoi\"") == (questions == 200), "\(member)")
            }
        }
    }

    @Test func `Each role sees its own, what is below, and nothing elsewhere, in list, entry, search, filter, export and review`() async throws {
        try await ManageFixture.run { fixture in
            let rows: [(name: String, number: Int64)] = [
                ("A1", try await fixture.add(by: "TVA", team: "A1", note: "chữ mẫu A1")),
                ("A1 khác", try await fixture.add(by: "TVA2", team: "A1", note: "chữ mẫu A1 khác")),
                ("A", try await fixture.add(by: "DPA", team: "A", note: "chữ mẫu A")),
                ("B1", try await fixture.add(by: "TVB", team: "B1", note: "chữ mẫu B1")),
                ("dân A1", try await fixture.add(by: nil, team: "A1", kind: "self", note: "chữ mẫu dân A1")),
                ("dân", try await fixture.add(by: nil, team: nil, kind: "self", note: "chữ mẫu dân lạ")),
            ]
            let seen: [String: Set<String>] = [
                "DPT": Set(rows.map(\.name)), "DPA": ["A1", "A1 khác", "A", "dân A1"], "DPB": ["B1"], "TTA": ["A1", "A1 khác", "dân A1"],
                "TVA": ["A1"], "TVB": ["B1"], "QT": [],
            ]
            for member in Self.everybody {
                let browser = try await fixture.signedIn(member)
                let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
                let pages = [
                    "list": try await browser.get("quan-ly/so").body,
                    "search": try await browser.submit("quan-ly/so/tim", ["ma": form, "tim": "chu mau"]).body,
                    "export": try await browser.submit("quan-ly/so/xuat", ["ma": form]).body,
                ]
                for (name, number) in rows {
                    let sees = seen[member]?.contains(name) == true
                    let mark = (page: "quan-ly/so/\(number)\"", sheet: "\r\n\(number),")
                    #expect(pages["list"]?.contains(mark.page) == sees, "\(member) list \(name)")
                    #expect(pages["search"]?.contains(mark.page) == sees, "\(member) search \(name)")
                    #expect(pages["export"]?.contains(mark.sheet) == sees, "\(member) export \(name)")
                    #expect(try await browser.get("quan-ly/so/\(number)").status == (sees ? 200 : 404), "\(member) entry \(name)")
                }
                // A team that is not below gives nothing, whoever asks for it by its code.
                let elsewhere = ["DPA", "TTA", "TVA"].contains(member) ? "B" : "A"
                if member != "DPT", member != "QT" {
                    let page = try await browser.get("quan-ly/so?to=\(elsewhere)").body
                    for (name, number) in rows where seen[member]?.contains(name) != true {
                        #expect(!page.contains("quan-ly/so/\(number)\""), "\(member) \(elsewhere)")
                    }
                }
                let fields = rows.map { "ca%5B%5D=\($0.number)" } + ["ma=\(form)", "viec=reviewed"]
                let answer = try await browser.post(
                    "quan-ly/so/duyet", fields.joined(separator: "&"), type: "application/x-www-form-urlencoded")
                let mayReview = ["DPT", "DPA", "DPB", "TTA"].contains(member)
                #expect(answer.status == (mayReview ? 200 : 403), "\(member)")
                let marked = try fixture.store.count("SELECT count(*) FROM reviewState")
                #expect(marked == (mayReview ? seen[member]?.count : 0), "\(member)")
                try await fixture.execute("DELETE FROM review; DELETE FROM reviewState")
            }
        }
    }

    @Test func `Hand-overs and questions are those of the own teams`() async throws {
        try await ManageFixture.run { fixture in
            let people = [("dân A", "A1"), ("dân B", "B1"), ("dân lạ", nil)]
            // Questions that are alike would be one row.
            let topics = ["xin hạt giống", "mượn thang dài", "sửa xe đạp"]
            for (place, person) in people.enumerated() {
                try await fixture.execute(
                    """
                    INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt, team) VALUES (?, 'telegram', '', ?, 0, 0, ?);
                    """, [100 + place, person.0, person.1])
                try await fixture.execute(
                    "INSERT INTO utterance (id, person, afterReply, at, text) VALUES (?, ?, 0, ?, ?)",
                    [place, 100 + place, Time.milliseconds(fixture.clock.now), "câu mẫu của \(person.0) \(topics[place])"])
                try await fixture.execute(
                    """
                    INSERT INTO question (person, utterance, channel, at, day, decision, confidence) VALUES (?, ?, 'telegram', ?, ?, 'unknown', 0.1)
                    """,
                    [100 + place, place, Time.milliseconds(fixture.clock.now), Time.day(fixture.clock.now)])
                guard let team = person.1 else { continue }
                try await fixture.execute(
                    "INSERT INTO handOver (citizen, team, state, rung, question, openedAt) VALUES (?, ?, 'open', 0, ?, ?)",
                    [100 + place, team, "chờ mẫu \(person.0)", Time.milliseconds(fixture.clock.now)])
            }
            let seen: [String: Set<String>] = ["DPT": ["dân A", "dân B", "dân lạ"], "DPA": ["dân A"], "DPB": ["dân B"], "TTA": ["dân A"], "QT": []]
            for (member, names) in seen {
                let browser = try await fixture.signedIn(member)
                let waiting = try await browser.get("quan-ly/yeu-cau").body
                let questions = try await browser.get("quan-ly/cau-hoi")
                for (name, team) in people {
                    if team != nil { #expect(waiting.contains("chờ mẫu \(name)") == names.contains(name), "\(member) \(name)") }
                    #expect(questions.body.contains("câu mẫu của \(name)") == (names.contains(name) && member != "TTA"), "\(member) \(name)")
                }
            }
        }
    }

    @Test func `Every view and export is in the audit log, by numbers and without a text`() async throws {
        try await ManageFixture.run { fixture in
            let number = try await fixture.add(by: "TVA", team: "A1", note: "chữ riêng mẫu")
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly/so"))
            _ = try await browser.get("quan-ly/so/\(number)")
            _ = try await browser.submit("quan-ly/so/tim", ["ma": form, "tim": "chữ riêng"])
            _ = try await browser.submit("quan-ly/so/xuat", ["ma": form])
            _ = try await browser.get("quan-ly/yeu-cau")
            _ = try await browser.get("quan-ly/cau-hoi")
            let entries = try await fixture.store.audit.entries(limit: 10)
            #expect(entries.map(\.action) == [.viewQuestions, .viewHandOvers, .exportLog, .viewLog, .viewSession, .viewLog, .signIn])
            #expect(entries.allSatisfy { $0.member == "DPA" && $0.at == fixture.clock.now })
            #expect(entries[2...5].allSatisfy { $0.subjects == String(number) })
            #expect(try fixture.store.count("SELECT count(*) FROM audit WHERE subjects GLOB '*[^0-9 ]*'") == 0)
        }
    }
}
