import Channels
import Dialogue
import Foundation
import HelpDesk
import Service
import Support
import Testing

@testable import Storage
@testable import Web

struct SignInTests {
    @Test func `Only the button uses a link up, once, and looking at it does not`() async throws {
        try await ManageFixture.run { fixture in
            let path = "quan-ly/vao/\(try await fixture.link(for: "DPA").text)"
            let preview = Browser(fixture.web.home)
            for _ in 0..<3 {
                let page = try await preview.get(path)
                #expect(page.status == 200)
                #expect(page.body.contains("<form method=\"post\""))
                #expect(page.headers["cache-control"] == "no-store")
                #expect(page.headers["set-cookie"] == nil)
            }
            let browser = Browser(fixture.web.home)
            #expect(try await browser.submit(path, [:]).body.contains("Người DPA"))
            #expect(try await Browser(fixture.web.home).submit(path, [:]).status == 404)
            #expect(try await preview.get(path).status == 404)
        }
    }

    @Test func `Of many who press one link's button at the same moment one gets in`() async throws {
        try await ManageFixture.run { fixture in
            let path = "quan-ly/vao/\(try await fixture.link(for: "DPA").text)"
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await HTTPExchange.post(fixture.web.home, path).status } }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 303 }.count == 1)
            #expect(try fixture.store.count("SELECT count(*) FROM webSession") == 1)
        }
    }

    @Test func `A link is good for ten minutes, and neither it nor a session is kept in the clear`() async throws {
        try await ManageFixture.run { fixture in
            let token = try await fixture.link(for: "DPA")
            fixture.clock.advance(by: 599)
            #expect(try await Browser(fixture.web.home).get("quan-ly/vao/\(token.text)").status == 200)
            fixture.clock.advance(by: 1)
            #expect(try await Browser(fixture.web.home).submit("quan-ly/vao/\(token.text)", [:]).status == 404)
            let used = try await fixture.link(for: "DPA")
            let answer = try await HTTPExchange.post(fixture.web.home, "quan-ly/vao/\(used.text)")
            let session = try #require(answer.headers["set-cookie"]?.firstMatch(of: /=([\w-]{43});/)).output.1
            let folder = fixture.web.data
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            for file in files {
                let data = FileManager.default.contents(atPath: folder.appending(path: file).path) ?? Data()
                for secret in [token.text, used.text, String(session)] { #expect(data.firstRange(of: Data(secret.utf8)) == nil, "\(file)") }
            }
        }
    }

    @Test func `A session ends when idle, after a working day, by signing out, everywhere, and at once with the member`() async throws {
        try await ManageFixture.run { fixture in
            func isIn(_ browser: Browser) async throws -> Bool { try await browser.get("quan-ly").body.contains("Người DPA") }
            let idle = try await fixture.signedIn("DPA")
            fixture.clock.advance(by: SignIns.idleLimit - 1)
            #expect(try await isIn(idle))
            fixture.clock.advance(by: SignIns.idleLimit + 1)
            #expect(try await !isIn(idle))

            let long = try await fixture.signedIn("DPA")
            for _ in 0..<24 {
                fixture.clock.advance(by: SignIns.idleLimit - 60)
                #expect(try await isIn(long))
            }
            fixture.clock.advance(by: SignIns.idleLimit - 60)
            #expect(try await !isIn(long))

            let one = try await fixture.signedIn("DPA")
            let other = try await fixture.signedIn("DPA")
            let third = try await fixture.signedIn("DPA")
            let form = try ManageFixture.formToken(try await one.get("quan-ly/phien"))
            _ = try await one.submit("quan-ly/thoat", ["ma": form])
            #expect(try await !isIn(one))
            #expect(try await isIn(other))
            _ = try await other.submit("quan-ly/thoat-het", ["ma": try ManageFixture.formToken(try await other.get("quan-ly/phien"))])
            #expect(try await !isIn(third))

            let gone = try await fixture.signedIn("DPA")
            let open = try await fixture.link(for: "DPA")
            #expect(try await fixture.store.revoke("DPA", at: fixture.clock.now))
            #expect(try await !isIn(gone))
            #expect(try await Browser(fixture.web.home).submit("quan-ly/vao/\(open.text)", [:]).status == 404)
        }
    }

    @Test func `Rights are those of this moment, not of the sign-in`() async throws {
        try await ManageFixture.run { fixture in
            let browser = try await fixture.signedIn("DPA")
            #expect(try await browser.get("quan-ly/cau-hoi").status == 200)
            try await fixture.execute("UPDATE post SET role = 'member' WHERE role = 'coordinator' AND team = 'A'")
            #expect(try await browser.get("quan-ly/cau-hoi").status == 403)
        }
    }

    @Test func `Every form needs the token of its own session`() async throws {
        try await ManageFixture.run { fixture in
            let browser = try await fixture.signedIn("DPA")
            let foreign = try ManageFixture.formToken(try await (try await fixture.signedIn("DPB")).get("quan-ly"))
            for path in ["quan-ly/thoat", "quan-ly/thoat-het", "quan-ly/so/tim", "quan-ly/so/xuat", "quan-ly/so/duyet", "quan-ly/so/hoan-tac"] {
                for fields in [[:], ["ma": "x"], ["ma": foreign]] {
                    #expect(try await browser.submit(path, fields).status == 403, "\(path) \(fields)")
                }
                let cross = try await browser.post(path, "ma=x", type: "application/x-www-form-urlencoded", headers: ["Sec-Fetch-Site": "cross-site"])
                #expect(cross.status == 403)
            }
            #expect(try await browser.get("quan-ly").body.contains("Người DPA"))
        }
    }

    @Test func `Whoever tries many wrong links is not heard for a while, others are`() async throws {
        try await ManageFixture.run { fixture in
            let browser = Browser(fixture.web.home)
            var generator = SystemRandomNumberGenerator()
            for _ in 0..<TokenTries.most {
                let wrong = SecretToken(using: &generator)
                #expect(try await browser.get("quan-ly/vao/\(wrong.text)", headers: ["X-Forwarded-For": "192.0.2.7"]).status == 404)
            }
            let right = "quan-ly/vao/\(try await fixture.link(for: "DPA").text)"
            #expect(try await browser.get(right, headers: ["X-Forwarded-For": "192.0.2.9, 192.0.2.7"]).status == 429)
            #expect(try await browser.get(right, headers: ["X-Forwarded-For": "192.0.2.8"]).status == 200)
            fixture.clock.advance(by: TokenTries.span - 1)
            #expect(try await browser.get(right, headers: ["X-Forwarded-For": "192.0.2.7"]).status == 429)
            fixture.clock.advance(by: 1)
            #expect(try await browser.get(right, headers: ["X-Forwarded-For": "192.0.2.7"]).status == 404)
        }
    }

    @Test func `On loopback no browser is told to use https alone`() async throws {
        try await ManageFixture.run { fixture in
            let page = try await Browser(fixture.web.home).get("quan-ly/vao")
            #expect(page.status == 200)
            #expect(page.headers["strict-transport-security"] == nil)
        }
    }

    @Test func `By https the cookie is a __Host- one, and no script reads it`() async throws {
        try await ManageFixture.run(publicURL: "https://hoidap.example.vn") { fixture in
            let token = try await fixture.link(for: "DPA")
            let answer = try await HTTPExchange.post(fixture.web.home, "quan-ly/vao/\(token.text)")
            let cookie = try #require(answer.headers["set-cookie"])
            #expect(cookie.hasPrefix("__Host-tungngo-quan-ly="))
            for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] { #expect(cookie.contains(part), "\(part)") }
            #expect(!cookie.contains(token.text))
            #expect(answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains")
            #expect(answer.headers["location"] == "/quan-ly")
        }
    }

    @Test func `A member asks for the link in the chat; it is kept sealed and leads in`() async throws {
        try await ManageFixture.run(publicURL: "https://hoidap.example.vn") { fixture in
            var generator = SystemRandomNumberGenerator()
            let invite = InviteCode(using: &generator)
            #expect(try await fixture.store.invite("TVA", with: invite, until: fixture.clock.now + 60))
            let address = PersonAddress(channel: "telegram", name: "mẫu")
            func say(_ text: String, _ id: String) async throws -> String {
                try await fixture.web.service.turns.process(
                    InboundMessage(address: address, id: id, at: fixture.clock.now, content: .text(text), wasGreeted: true))
                return try await fixture.store.replies(to: address, after: 0).last?.reply.text ?? ""
            }
            _ = try await say("đăng ký \(invite)", "1")
            let reply = try await say("vào web", "2")
            let link = try #require(reply.firstMatch(of: /https:\/\/hoidap\.example\.vn\/(quan-ly\/vao\/([\w-]{43}))/))
            #expect(try fixture.store.count("SELECT count(*) FROM outbox WHERE instr(reply, '\(link.output.2)') > 0") == 0)
            let browser = try await HTTPExchange.post(fixture.web.home, String(link.output.1))
            #expect(browser.status == 303)
            #expect(try fixture.store.count("SELECT count(*) FROM loginLink WHERE sealed IS NOT NULL") == 0)
            #expect(try await fixture.store.replies(to: address, after: 0).last?.reply.text.contains("hoidap") == false)
        }
    }

    @Test func `Without our own address the chat says that there is no link`() async throws {
        try await ManageFixture.run { fixture in
            var generator = SystemRandomNumberGenerator()
            let invite = InviteCode(using: &generator)
            #expect(try await fixture.store.invite("TVA", with: invite, until: fixture.clock.now + 60))
            let address = PersonAddress(channel: "telegram", name: "mẫu")
            for (id, text) in ["đăng ký \(invite)", "vào web"].enumerated() {
                try await fixture.web.service.turns.process(
                    InboundMessage(address: address, id: "\(id)", at: fixture.clock.now, content: .text(text), wasGreeted: true))
            }
            let reply = try await fixture.store.replies(to: address, after: 0).last?.reply.text ?? ""
            #expect(reply.contains("chưa khai địa chỉ"))
            #expect(try fixture.store.count("SELECT count(*) FROM loginLink") == 0)
        }
    }
}
