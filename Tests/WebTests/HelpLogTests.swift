import Catalogue
import Dialogue
import Foundation
import GRDB
import HelpDesk
import Service
import Support
import Testing

@testable import Storage
@testable import Web

struct HelpLogTests {
    /// What the template engine would let pass: a quotation mark under an accent.
    private static let accented = "\"\u{301}><b>"

    private static func numbers(_ page: Browser.Answer) -> [Int64] {
        page.body.matches(of: /<a href="\/quan-ly\/so\/(\d+)[^"]*">#/).compactMap { Int64($0.output.1) }
    }

    @Test func `Pages follow one another without a gap or a repetition`() async throws {
        try await ManageFixture.run { fixture in
            var all: [Int64] = []
            for count in 0..<(HelpLogRoutes.pageLength * 2 + 7) { all.append(try await fixture.add(by: "TVA", team: "A1", back: count / 40)) }
            let browser = try await fixture.signedIn("DPA")
            var read: [Int64] = []
            var path: String? = "quan-ly/so?loai=given"
            while let next = path {
                let page = try await browser.get(next)
                read += Self.numbers(page)
                path = page.body.firstMatch(of: /rel="next" href="\/(quan-ly\/so\?[^"]+)"/).map { String($0.output.1).replacing("&amp;", with: "&") }
            }
            #expect(read.count == all.count)
            #expect(Set(read) == Set(all))
        }
    }

    @Test func `Every filter narrows, alone and with others`() async throws {
        try await ManageFixture.run { fixture in
            let one = try await fixture.add(by: "TVA", team: "A1", kind: "given", back: 1, outcome: "solved", channel: "telegram")
            let two = try await fixture.add(by: "TVA2", team: "A1", kind: "relayed", guide: "khai-sinh", back: 3, outcome: "unsolved", channel: "web")
            let three = try await fixture.add(by: "DPA", team: "A", kind: "given", back: 5, outcome: nil)
            let browser = try await fixture.signedIn("DPA")
            let days = (0...5).map { Span.day(fixture.clock.now, back: $0).description }
            let cases: [(query: String, numbers: [Int64])] = [
                ("", [one, two, three]), ("tu=\(days[3])", [one, two]), ("den=\(days[3])", [two, three]), ("to=A1", [one, two]),
                ("to=A", [one, two, three]), ("nguoi=TVA2", [two]), ("bai=khai-sinh", [two]), ("loai=relayed", [two]), ("kq=open", [three]),
                ("kq=solved", [one]), ("kenh=web", [two]), ("loai=given&to=A1", [one]), ("duyet=open", [one, two, three]), ("duyet=reviewed", []),
                ("kq=withdrawn", []), ("loai=x&tu=hôm-qua", [one, two, three]), ("to=B", []), ("to=KHONG", []),
            ]
            for (query, numbers) in cases {
                let encoded = query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? ""
                #expect(Self.numbers(try await browser.get("quan-ly/so?" + encoded)) == numbers, "\(query)")
            }
        }
    }

    @Test func `Words are found with diacritics and without, đ too, and corrected texts under their new words alone`() async throws {
        try await ManageFixture.run { fixture in
            let one = try await fixture.add(by: "TVA", team: "A1", place: "Đội 5, thôn Đông", note: "quên mật khẩu")
            let two = try await fixture.add(by: "TVA", team: "A1", place: "thôn Tây")
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
            func found(_ text: String) async throws -> [Int64] {
                Self.numbers(try await browser.submit("quan-ly/so/tim", ["ma": form, "tim": text]))
            }
            #expect(try await found("doi 5 dong") == [one])
            #expect(try await found("Đội") == [one])
            #expect(try await found("thon") == [two, one])
            #expect(try await found("\"tay\" OR *(") == [])
            #expect(try await found("tây") == [two])
            try await fixture.execute("UPDATE helpSession SET place = 'thôn Nam' WHERE id = ?", [two])
            #expect(try await found("tây") == [])
            #expect(try await found("nam") == [two])
            try await fixture.execute("UPDATE helpSession SET place = NULL WHERE id = ?", [two])
            #expect(try await found("nam") == [])
        }
    }

    @Test func `What is searched for stands in no address`() async throws {
        try await ManageFixture.run { fixture in
            for _ in 0...HelpLogRoutes.pageLength { try await fixture.add(by: "TVA", team: "A1", place: "thôn Đông") }
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
            let page = try await browser.submit("quan-ly/so/tim", ["ma": form, "tim": "thôn Đông"])
            let addresses = page.body.matches(of: /(?:href|action)="[^"]*(?:tim=|%C4%90)/)
            #expect(addresses.isEmpty)
            let cursor = try #require(page.body.firstMatch(of: /name="sau" value="([^"]+)"/)).output.1
            let second = try await browser.submit("quan-ly/so/tim", ["ma": form, "tim": "thôn Đông", "sau": String(cursor)])
            #expect(Self.numbers(second).count == 1)
        }
    }

    @Test func `Many are marked at once, and undone as easily, what others have marked since stays`() async throws {
        try await ManageFixture.run { fixture in
            let numbers = try await [
                fixture.add(by: "TVA", team: "A1"), fixture.add(by: "TVA", team: "A1"), fixture.add(by: "TVA2", team: "A1"),
            ]
            func mark(_ numbers: [Int64], _ state: String, by browser: Browser) async throws -> Browser.Answer {
                let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
                let fields = numbers.map { "ca%5B%5D=\($0)" } + ["ma=\(form)", "viec=\(state)"]
                fixture.clock.advance(by: 1)
                return try await browser.post("quan-ly/so/duyet", fields.joined(separator: "&"), type: "application/x-www-form-urlencoded")
            }
            func states() throws -> [String] {
                try numbers.map {
                    try fixture.store.count("SELECT count(*) FROM reviewState WHERE session = \($0) AND state = 'reviewed'") == 1 ? "✓" : "–"
                }
            }
            let coordinator = try await fixture.signedIn("DPA")
            _ = try await mark([numbers[0]], "reviewed", by: coordinator)
            let page = try await mark(numbers, "reviewed", by: coordinator)
            #expect(try states() == ["✓", "✓", "✓"])
            #expect(page.body.contains("Đã đánh dấu 2 ca"))
            let batch = try #require(page.body.firstMatch(of: /name="lan" value="(\d+)"/)).output.1
            _ = try await mark([numbers[2]], "open", by: try await fixture.signedIn("DPT"))
            _ = try await mark([numbers[2]], "reviewed", by: try await fixture.signedIn("DPT"))
            let form = try ManageFixture.formToken(try await coordinator.get("quan-ly"))
            _ = try await coordinator.submit("quan-ly/so/hoan-tac", ["ma": form, "lan": String(batch)])
            #expect(try states() == ["✓", "–", "✓"])
            // Nobody undoes what somebody else has marked.
            let other = try await fixture.signedIn("DPB")
            let foreign = try ManageFixture.formToken(try await other.get("quan-ly"))
            let newest = try fixture.store.count("SELECT max(batch) FROM review")
            _ = try await other.submit("quan-ly/so/hoan-tac", ["ma": foreign, "lan": String(newest)])
            #expect(try states() == ["✓", "–", "✓"])
        }
    }

    @Test func `A note to look again reaches the member in the chat, masked`() async throws {
        try await ManageFixture.run { fixture in
            let address = PersonAddress(channel: "telegram", name: "tva")
            try await fixture.execute(
                """
                INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt) VALUES (7, 'telegram', '', 'tva', 0, 0);
                INSERT INTO account (person, member, since) SELECT 7, id, 0 FROM member WHERE code = 'TVA';
                """)
            let number = try await fixture.add(by: "TVA", team: "A1")
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly/so/\(number)"))
            let fields = "ma=\(form)&ca%5B%5D=\(number)&viec=again&ghi=" + "hỏi lại số 0905 123 456 của bác".urlEncoded
            _ = try await browser.post("quan-ly/so/duyet", fields, type: "application/x-www-form-urlencoded")
            let reply = try await fixture.store.replies(to: address, after: 0).last?.reply.text ?? ""
            #expect(reply.contains("#\(number)"))
            #expect(reply.contains("hỏi lại số"))
            #expect(!reply.contains("123 456"))
            let page = try await browser.get("quan-ly/so/\(number)").body
            #expect(page.contains("Xem lại – Người DPA"))
            #expect(!page.contains("123 456"))
        }
    }

    @Test func `An entry shows its course, and what a correction changed`() async throws {
        try await ManageFixture.run { fixture in
            let number = try await fixture.add(by: "TVA", team: "A1", people: 2)
            let entry = { (people: Int) in
                #"{"day":{"day":24,"month":11,"year":2026},"guide":"kich-hoat-vneid","isActivated":false,"kind":"given","outcome":"solved","people":\#(people)}"#
            }
            try await fixture.execute(
                """
                INSERT INTO helpSessionEvent (session, at, kind, outcome, entry) VALUES (?, 0, 'logged', 'solved', ?), (?, 1, 'changed', 'solved', ?);
                """, [number, entry(3), number, entry(2)])
            try await fixture.execute("INSERT INTO helpSessionEvent (session, at, kind, step) VALUES (?, 2, 'stuck', 'buoc-khong-con')", [number])
            let page = try await (try await fixture.signedIn("DPA")).get("quan-ly/so/\(number)").body
            #expect(page.contains("Ghi vào sổ"))
            #expect(page.contains("Lượt người: 3 → 2"))
            #expect(page.contains("Bị kẹt: buoc-khong-con"))
            #expect(page.contains("<dd>2</dd>"))
        }
    }

    @Test func `The next entry and the one before are those of the filtered list`() async throws {
        try await ManageFixture.run { fixture in
            let old = try await fixture.add(by: "TVA", team: "A1", back: 2)
            _ = try await fixture.add(by: "TVA2", team: "A1", back: 1)
            let new = try await fixture.add(by: "TVA", team: "A1")
            let browser = try await fixture.signedIn("DPA")
            let page = try await browser.get("quan-ly/so/\(new)?nguoi=TVA").body
            #expect(page.contains("id=\"older\" rel=\"next\" href=\"/quan-ly/so/\(old)?nguoi=TVA\""))
            #expect(!page.contains("id=\"newer\""))
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+84", "'+84"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\0x", "'\0x"), ("a,b", "\"a,b\""),
        ("nói \"thế\"", "\"nói \"\"thế\"\"\""), ("một\nhai", "\"một\nhai\""), ("\r=1", "\"'\r=1\""), ("=a;\"b\"", "\"'=a;\"\"b\"\"\""),
        ("thường", "thường"),
    ])
    func `A spreadsheet takes nothing of an export for a formula`(text: String, field: String) {
        #expect(LogSheet.field(text) == field)
    }

    @Test func `An export is a file that a spreadsheet reads, guarded against formulas`() async throws {
        try await ManageFixture.run { fixture in
            try await fixture.add(by: "TVA", team: "A1", note: "=HYPERLINK(\"x\")")
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
            let sheet = try await browser.submit("quan-ly/so/xuat", ["ma": form])
            #expect(sheet.headers["content-type"] == "text/csv; charset=utf-8")
            #expect(sheet.headers["content-disposition"]?.hasPrefix("attachment; filename=\"so-ho-tro-2026-") == true)
            #expect(sheet.body.contains("\"'=HYPERLINK(\"\"x\"\")\""))
            #expect(sheet.body.split(separator: "\r\n").count == 2)
        }
    }

    @Test func `What people wrote is escaped on every page`() async throws {
        try await ManageFixture.run { fixture in
            let number = try await fixture.add(by: "TVA", team: "A1", place: "<script>x</script>", note: Self.accented)
            let browser = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await browser.get("quan-ly"))
            let search = try await browser.submit("quan-ly/so/tim", ["ma": form, "tim": Self.accented + " script"])
            for page in [try await browser.get("quan-ly/so").body, try await browser.get("quan-ly/so/\(number)").body, search.body] {
                #expect(!page.contains("<script>x"))
                let isOpen = page.contains(Self.accented)
                #expect(!isOpen)
            }
            let value = try #require(search.body.unicodeScalars.split(separator: "\n").map { String($0) }.first { $0.contains("id=\"tim\"") })
            #expect(value.unicodeScalars.filter { $0 == "\"" }.count == 12)
        }
    }
}

extension String {
    fileprivate var urlEncoded: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
