import Channels
import Crypto
import Dialogue
import Foundation
import HelpDesk
import Logging
import Service
import Storage
import Support
import Synchronization
import Testing

@testable import Web

/// The platforms' requests over real HTTP, down to the database.
struct WebhookTests {
    private static let telegram = "x-telegram-bot-api-secret-token"

    private static func channels() throws -> ChannelSettings {
        let api = try #require(URL(string: "http://127.0.0.1:9"))
        var settings = ChannelSettings()
        settings.zaloOA = [ZaloOAAccount(appID: "1", appSecret: Credential("a"), webhookSecret: Credential("b"), apiURL: api, oauthURL: api)]
        settings.zaloBot = [ZaloBotAccount(token: Credential("1:a"), webhookSecret: Credential("made-up-bot"), apiURL: api)]
        settings.telegram = [
            TelegramAccount(token: Credential("1:a"), webhookSecret: Credential("mot"), apiURL: api),
            TelegramAccount(name: "xa-mau", token: Credential("2:b"), webhookSecret: Credential("hai"), apiURL: api),
        ]
        settings.messenger = [
            MessengerAccount(appSecret: Credential("a"), pageToken: Credential("b"), verifyToken: Credential("made-up-verify"), apiURL: api)
        ]
        return settings
    }

    private static func update(_ id: Int, _ text: String) -> String {
        #"{"update_id":\#(id),"message":{"from":{"id":7},"chat":{"id":7,"type":"private"},"text":"\#(text)"}}"#
    }

    private static func replies(_ fixture: WebFixture, account: String = "", name: String = "7", channel: String = "telegram") async throws
        -> [String]
    {
        try await fixture.service.store.replies(to: PersonAddress(channel: channel, account: account, name: name), after: 0).map(\.reply.text)
    }

    @Test func `A question is on disk with its answer before the 200, and once`() async throws {
        try await WebFixture.run(channels: try Self.channels()) { fixture in
            let browser = Browser(fixture.home)
            for _ in 0..<2 {
                let answer = try await browser.post(
                    "webhooks/telegram", Self.update(1, "quên mật khẩu vneid"), headers: [Self.telegram: "mot"])
                #expect(answer.status == 200)
                #expect(answer.body.isEmpty)
            }
            #expect(try await Self.replies(fixture).filter { $0.contains("Quên mật khẩu hoặc passcode VNeID") }.count == 1)
        }
    }

    @Test func `Each account has its own address, secret and people`() async throws {
        try await WebFixture.run(channels: try Self.channels()) { fixture in
            let browser = Browser(fixture.home)
            let body = Self.update(1, "quên mật khẩu vneid")
            let wrong = try await browser.post("webhooks/telegram/xa-mau", body, headers: [Self.telegram: "mot"])
            #expect(wrong.status == 401)
            #expect(try await browser.post("webhooks/telegram/xa-mau", body, headers: [Self.telegram: "hai"]).status == 200)
            #expect(try await Self.replies(fixture).isEmpty)
            #expect(try await !Self.replies(fixture, account: "xa-mau").isEmpty)
            #expect(try await browser.post("webhooks/telegram", body, headers: [Self.telegram: "mot"]).status == 200)
            #expect(try await !Self.replies(fixture).isEmpty)
        }
    }

    @Test func `What is not to be taken changes nothing and is told nothing but a status`() async throws {
        let large = String(repeating: "x", count: 1 << 20 + 1)
        let cases: [(path: String, body: String, headers: [String: String], status: Int)] = [
            ("telegram", Self.update(1, "a"), [:], 401), ("telegram", Self.update(1, "a"), [Self.telegram: "hai"], 401),
            ("telegram", "", [Self.telegram: "mot"], 400), ("telegram", "[", [Self.telegram: "mot"], 400),
            ("telegram", large, [Self.telegram: "mot"], 413), ("telegram", #"{"update_id":1,"message":{}}"#, [Self.telegram: "mot"], 200),
            ("telegram/khac", "{}", [Self.telegram: "mot"], 404), ("khac", "{}", [:], 404), ("zalo-oa", "{}", [:], 200),
            ("zalo-oa", #"{"event_name":"follow"}"#, [:], 401), ("zalo-bot", "{}", [:], 401),
            ("messenger", "{}", ["x-hub-signature-256": "sha256=00"], 401),
        ]
        try await WebFixture.run(channels: try Self.channels()) { fixture in
            let browser = Browser(fixture.home)
            for one in cases {
                let answer = try await browser.post("webhooks/" + one.path, one.body, headers: one.headers)
                #expect(answer.status == one.status, "\(one.path) \(one.body.prefix(40)) \(one.headers)")
                #expect(answer.body.isEmpty || answer.body == "{}")
                #expect(try await Self.replies(fixture).isEmpty)
            }
        }
    }

    @Test func `Without channels there are no webhooks`() async throws {
        try await WebFixture.run { fixture in
            let answer = try await Browser(fixture.home).post("webhooks/telegram", "{}")
            #expect(answer.status == 404)
        }
    }

    @Test func `Meta's question is answered in plain text`() async throws {
        try await WebFixture.run(channels: try Self.channels()) { fixture in
            let browser = Browser(fixture.home)
            let query = "?hub.mode=subscribe&hub.challenge=115%2B8&hub.verify_token="
            let answer = try await browser.get("webhooks/messenger" + query + "made-up-verify")
            #expect(answer.status == 200)
            #expect(answer.body == "115+8")
            #expect(answer.headers["content-type"]?.hasPrefix("text/plain") == true)
            #expect(try await browser.get("webhooks/messenger" + query + "sai").status == 401)
            #expect(try await browser.get("webhooks/telegram").status == 401)
        }
    }

    @Test func `All messages of a batch are taken before the 200, each person's in their order`() async throws {
        try await WebFixture.run(channels: try Self.channels()) { fixture in
            let items = (0..<40).map { number in
                #"{"sender":{"id":"\#(number % 8)"},"timestamp":1764000000000,"message":{"mid":"m\#(number)","text":"câu hỏi số \#(number) về vneid"}}"#
            }
            let body = #"{"object":"page","entry":[{"messaging":[\#(items.joined(separator: ","))]}]}"#
            let digest = HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: SymmetricKey(data: Data("a".utf8)))
            let signature = "sha256=" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let answer = try await Browser(fixture.home).post("webhooks/messenger", body, headers: ["x-hub-signature-256": signature])
            #expect(answer.status == 200)
            for person in 0..<8 {
                let course = try await fixture.service.store.course(of: PersonAddress(channel: "messenger", name: "\(person)"))
                let said = course.compactMap { entry in if case .person(let text) = entry { text } else { nil as String? } }
                #expect(said == (0..<5).map { "câu hỏi số \($0 * 8 + person) về vneid" })
            }
        }
    }

    @Test func `A pressed button gets its word in the answer`() async throws {
        try await WebFixture.run(channels: try Self.channels()) { fixture in
            let body = #"{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"data":"m||||0"}}"#
            let answer = try await Browser(fixture.home).post("webhooks/telegram", body, headers: [Self.telegram: "mot"])
            #expect(answer.body == #"{"callback_query_id":"9","method":"answerCallbackQuery"}"#)
            #expect(answer.headers["content-type"] == "application/json")
        }
    }

    @Test func `Several requests in a row that prove nothing raise one alarm`() async throws {
        let log = RecordedLog()
        try await WebFixture.run(channels: try Self.channels(), logger: Logger(label: "test") { _ in log }) { fixture in
            let browser = Browser(fixture.home)
            func post(_ secret: String, _ count: Int) async throws {
                for number in 0..<count {
                    _ = try await browser.post("webhooks/telegram", Self.update(number, "a"), headers: [Self.telegram: secret])
                }
            }
            try await post("sai", 4)
            try await post("mot", 1)
            #expect(log.alarms.isEmpty)
            try await post("sai", 12)
            #expect(log.alarms.count == 1)
            #expect(log.alarms.first?.contains("/webhooks/telegram") == true)
            try await post("mot", 1)
            try await post("sai", 5)
            #expect(log.alarms.count == 2)
        }
    }
}
