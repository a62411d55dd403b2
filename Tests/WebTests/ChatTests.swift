import Catalogue
import Foundation
import Service
import Support
import Synchronization
import Testing

@testable import Web

struct ChatTests {
    private struct Answer: Decodable {
        struct Item: Decodable {
            let number: Int
            let text: String
            let choices: [Choice]
        }
        struct Choice: Decodable {
            let label: String
            let value: String
        }

        let replies: [Item]
        let next: Int
    }

    private static func decode(_ answer: Browser.Answer) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(answer.body.utf8))
    }

    @Test func `A question without diacritics leads through the whole guide`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            var answer = try Self.decode(try await browser.post("chat", #"{"id":"1","text":"dang nhap dich vu cong kieu gi","after":0}"#))
            #expect(answer.replies.first?.text.hasPrefix("Đăng nhập Cổng Dịch vụ công quốc gia") == true)
            let guide = try #require(fixture.service.catalogue.current.catalogue.guide("dang-nhap-dich-vu-cong"))
            for (number, step) in guide.steps.enumerated() {
                let value = try #require(answer.replies.last?.choices.first?.value)
                answer = try Self.decode(try await browser.post("chat", #"{"id":"s\#(number)","value":"\#(value)","after":\#(answer.next)}"#))
                #expect(answer.replies.last?.text.hasPrefix("Bước \(number + 1)/\(guide.steps.count): \(step.title)") == true)
            }
            let value = try #require(answer.replies.last?.choices.first?.value)
            answer = try Self.decode(try await browser.post("chat", #"{"id":"end","value":"\#(value)","after":\#(answer.next)}"#))
            #expect(answer.replies.last?.choices.first?.label == "Xong rồi")
        }
    }

    @Test func `The same id twice is one message and the answer comes again`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            _ = try await browser.get("")
            let body = #"{"id":"1","text":"quên mật khẩu vneid","after":0}"#
            let first = try await browser.post("chat", body)
            let second = try await browser.post("chat", body)
            #expect(first.body == second.body)
            #expect(try Self.decode(second).next == 1)
        }
    }

    @Test func `Without JavaScript plain forms do the same`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let page = try await browser.submit("", ["text": "quen mat khau vneid"])
            #expect(page.status == 200)
            #expect(page.body.contains("quen mat khau vneid"))
            #expect(page.body.contains("Quên mật khẩu hoặc passcode VNeID"))
            let empty = try await browser.submit("", ["text": " "])
            #expect(empty.body == page.body)
        }
    }

    @Test func `A visit ends by the button: nothing of it is shown any more`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            _ = try await browser.submit("", ["text": "chuyện của tôi"])
            let after = try await browser.submit("ket-thuc", [:])
            #expect(!after.body.contains("chuyện của tôi"))
            #expect(try await !browser.get("").body.contains("chuyện của tôi"))
        }
    }

    @Test func `After thirty idle minutes somebody else sits there`() async throws {
        let now = Mutex(Date())
        try await WebFixture.run(now: { now.withLock { $0 } }) { fixture in
            let browser = Browser(fixture.home)
            _ = try await browser.submit("", ["text": "chuyện của tôi"])
            now.withLock { $0 += 29 * 60 }
            #expect(try await browser.get("").body.contains("chuyện của tôi"))
            now.withLock { $0 += 2 * 60 }
            #expect(try await !browser.get("").body.contains("chuyện của tôi"))
            #expect(try await browser.get("chat?after=0").body.contains(#""replies":[]"#))
        }
    }

    @Test(arguments: [
        ("{", 400), ("[]", 400), (#"{"id":"1"}"#, 400), (#"{"text":"\#(String(repeating: "a", count: 2001))"}"#, 413),
        (String(repeating: "x", count: 70_000), 413), (#"{"value":"\#(String(repeating: "x", count: 65))"}"#, 400),
    ])
    func `A body that cannot be used is refused and changes nothing`(body: String, status: Int) async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            _ = try await browser.get("")
            let answer = try await browser.post("chat", body)
            #expect(answer.status == status)
            #expect(answer.body.isEmpty || answer.body == "{}")
            #expect(try await browser.get("chat?after=0").body.contains(#""replies":[]"#))
        }
    }

    @Test func `A form of another site is refused`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            for headers in [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://xau.example"]] {
                let answer = try await browser.post("", "text=a", type: "application/x-www-form-urlencoded", headers: headers)
                #expect(answer.status == 403)
            }
        }
    }

    @Test func `Every page carries the security headers, errors too`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            for path in ["", "chat", "khong-co", "healthz"] {
                let answer = try await browser.get(path)
                #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
                #expect(answer.headers["x-content-type-options"] == "nosniff")
                #expect(answer.headers["referrer-policy"] == "no-referrer")
                #expect(answer.headers["cache-control"] == "no-store")
            }
            #expect(try await browser.get("khong-co").status == 404)
            #expect(try await browser.get("readyz").status == 200)
        }
    }

    @Test func `Reached by https the cookie is bound to our host`() async throws {
        try await WebFixture.run(publicURL: "https://hoidap.example.vn") { fixture in
            let cookie = try await Browser(fixture.home).get("").headers["set-cookie"]
            #expect(cookie?.hasPrefix("__Host-tungngo=") == true)
            #expect(cookie?.contains("Secure") == true)
            #expect(cookie?.contains("HttpOnly") == true)
        }
    }

    @Test func `What is typed is shown as text, and an address is a link that nothing escapes from`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let page = try await browser.submit("", ["text": "<script>alert(1)</script> https://vi-du.vn/a\"\u{301}x=\"\u{301}b"])
            #expect(!page.body.contains("<script>alert"))
            #expect(page.body.contains("&lt;script&gt;"))
            #expect(page.body.contains(#"<a href="https://vi-du.vn/a" "#))
        }
    }
}
