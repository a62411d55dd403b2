import Dialogue
import Foundation
import HelpDesk
import Platforms
import Synchronization
import Testing

@testable import Channels

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What the channels send, held against each platform's rules over real HTTP.
struct PlatformTests {
    private static let start = Date(timeIntervalSince1970: 1_764_000_000)
    private static let long = Reply(
        text: String(repeating: "Cô bác bấm vào ô đăng nhập rồi chờ một lát nhé. ", count: 200),
        choices: (1...4).map { Choice(label: "Lựa chọn số \($0) của cô bác", value: ChoiceValue(.open, guide: "g", turn: $0)) })
    private static let short = Reply(text: "Chào cô bác", choices: [Choice(label: "Xong", value: ChoiceValue(.done, turn: 1))])

    /// A clock that a test moves.
    private final class Time: Sendable {
        private let date = Mutex(PlatformTests.start)

        var now: Date { date.withLock { $0 } }

        func pass(_ seconds: Double) { date.withLock { $0 += seconds } }
    }

    private static func post(_ outbound: OutboundRequest) async throws -> HTTPAnswer {
        var request = URLRequest(url: outbound.url)
        request.httpMethod = "POST"
        request.httpBody = outbound.body
        for (name, value) in outbound.headers { request.setValue(value, forHTTPHeaderField: name) }
        let (body, response) = try await URLSession.shared.data(for: request)
        let http = response as? HTTPURLResponse
        let headers = (http?.allHeaderFields ?? [:]).reduce(into: [String: String]()) { $0["\($1.key)".lowercased()] = "\($1.value)" }
        return HTTPAnswer(status: http?.statusCode ?? 0, headers: headers, body: body)
    }

    /// - Returns: what each message came to.
    private static func send(_ reply: Reply, to name: String = "7", on channel: any Channel, time: Time) async throws -> [SendError.Remedy?] {
        var remedies: [SendError.Remedy?] = []
        for request in channel.requests(for: reply, to: PersonAddress(channel: channel.name, name: name)) {
            time.pass(1)
            remedies.append(channel.fault(in: try await post(request), to: request)?.remedy)
        }
        return remedies
    }

    private static func zaloOA(_ url: URL, buttons: Bool = true, token: @escaping @Sendable () -> String) -> ZaloOA {
        ZaloOA(
            ZaloOAAccount(
                appID: "1", appSecret: Credential("s"), webhookSecret: Credential("w"), hasButtons: buttons, apiURL: url, oauthURL: url)
        ) { Credential(token()) }
    }

    @Test func `Telegram takes long replies with buttons, and its refusals are understood`() async throws {
        let platform = TelegramPlatform(token: "900000009:a")
        let time = Time()
        try await PlatformServer.run(platform, now: { time.now }) { server in
            func channel(_ token: String) -> Telegram {
                Telegram(TelegramAccount(token: Credential(token), webhookSecret: Credential("w"), apiURL: server.url))
            }
            let telegram = channel("900000009:a")
            let sent = try await Self.send(Self.long, on: telegram, time: time)
            #expect(sent.count == 3)
            #expect(sent.allSatisfy { $0 == nil })
            time.pass(1)
            let request = try #require(telegram.requests(for: Self.short, to: PersonAddress(channel: "telegram", name: "7")).first)
            #expect(telegram.fault(in: try await Self.post(request), to: request) == nil)
            #expect(telegram.fault(in: try await Self.post(request), to: request)?.remedy == .retry(after: 1))
            platform.block("7")
            #expect(try await Self.send(Self.short, on: telegram, time: time) == [.stopContact])
            #expect(try await Self.send(Self.short, to: "khong", on: telegram, time: time) == [.stopContact])
            #expect(try await Self.send(Self.short, on: channel("900000009:b"), time: time) == [.stopChannel])
        }
    }

    @Test func `Zalo Bot takes long replies, and its refusals are understood`() async throws {
        let time = Time()
        try await PlatformServer.run(ZaloBotPlatform(token: "1:a", quota: 6), now: { time.now }) { server in
            func channel(_ token: String) -> ZaloBot {
                ZaloBot(ZaloBotAccount(token: Credential(token), webhookSecret: Credential("w"), apiURL: server.url))
            }
            let sent = try await Self.send(Self.long, on: channel("1:a"), time: time)
            #expect(sent.count == 5)
            #expect(sent.allSatisfy { $0 == nil })
            #expect(try await Self.send(Self.short, on: channel("1:a"), time: time) == [nil])
            #expect(try await Self.send(Self.short, on: channel("1:a"), time: time) == [.retry(after: nil)])
            #expect(try await Self.send(Self.short, on: channel("1:b"), time: time) == [.stopChannel])
        }
    }

    @Test func `Zalo OA takes long replies with buttons within its windows, and asks for a new token in time`() async throws {
        let platform = ZaloOAPlatform(appID: "1", appSecret: "s", start: Self.start)
        let time = Time()
        try await PlatformServer.run(platform, now: { time.now }) { server in
            let channel = Self.zaloOA(server.url) { platform.tokens.access }
            #expect(try await Self.send(Self.short, on: channel, time: time) == [.stopContact])
            platform.hear("7", at: time.now)
            let sent = try await Self.send(Self.long, on: channel, time: time)
            #expect(sent.count == 5)
            #expect(sent.allSatisfy { $0 == nil })
            #expect(platform.paid == 0)
            #expect(try await Self.send(Self.long, to: "group:5a", on: channel, time: time).allSatisfy { $0 == nil })

            let old = platform.tokens
            time.pass(25 * 3600)
            #expect(try await Self.send(Self.short, on: channel, time: time) == [.refreshToken])
            func refresh() async throws -> String {
                let body = Data("refresh_token=\(old.refresh)&app_id=1&grant_type=refresh_token".utf8)
                let url = server.url.appending(path: "v4/oa/access_token")
                let answer = try await Self.post(OutboundRequest(url: url, headers: ["secret_key": "s"], body: body))
                #expect(answer.status == 200)
                return String(decoding: answer.body, as: UTF8.self)
            }
            #expect(try await refresh().contains(#""access_token":"access-2""#))
            #expect(try await refresh().contains(#""error":-14020"#))
            #expect(try await Self.send(Self.short, on: channel, time: time) == [nil])
            #expect(try await Self.send(Self.short, on: Self.zaloOA(server.url) { old.access }, time: time) == [.refreshToken])
        }
    }

    @Test func `Zalo OA: past two days it costs, past seven nothing goes`() async throws {
        let platform = ZaloOAPlatform(appID: "1", appSecret: "s", start: Self.start)
        let time = Time()
        try await PlatformServer.run(platform, now: { time.now }) { server in
            let channel = Self.zaloOA(server.url) { platform.tokens.access }
            platform.hear("7", at: Self.start - 3 * 86_400)
            platform.hear("8", at: Self.start - 8 * 86_400)
            let late = try await Self.send(Self.short, on: channel, time: time)
            #expect(late == [nil])
            #expect(platform.paid == 1)
            #expect(try await Self.send(Self.short, to: "8", on: channel, time: time) == [.stopContact])
        }
    }

    @Test func `Where Zalo refuses buttons the list goes through`() async throws {
        let platform = ZaloOAPlatform(appID: "1", appSecret: "s", takesButtons: false, start: Self.start)
        try await PlatformServer.run(platform, now: { Self.start }) { server in
            let channel = Self.zaloOA(server.url) { platform.tokens.access }
            platform.hear("7", at: Self.start)
            let request = try #require(channel.requests(for: Self.short, to: PersonAddress(channel: "zalo-oa", name: "7")).first)
            #expect(channel.fault(in: try await Self.post(request), to: request)?.remedy == .plainText)
            let plain = try #require(request.plain.first)
            #expect(channel.fault(in: try await Self.post(plain), to: plain) == nil)
            #expect(server.calls.count == 2)
        }
    }

    @Test func `Messenger takes long replies with quick replies within its window`() async throws {
        let platform = MessengerPlatform(token: "t")
        let time = Time()
        try await PlatformServer.run(platform, now: { time.now }) { server in
            func channel(_ token: String) -> Messenger {
                Messenger(
                    MessengerAccount(
                        appSecret: Credential("s"), pageToken: Credential(token), verifyToken: Credential("v"),
                        apiURL: server.url.appending(path: "v25.0")))
            }
            #expect(try await Self.send(Self.short, on: channel("t"), time: time) == [.stopContact])
            platform.hear("7", at: time.now)
            let sent = try await Self.send(Self.long, on: channel("t"), time: time)
            #expect(sent.count == 5)
            #expect(sent.allSatisfy { $0 == nil })
            #expect(try await Self.send(Self.short, on: channel("u"), time: time) == [.stopChannel])
            time.pass(25 * 3600)
            #expect(try await Self.send(Self.short, on: channel("t"), time: time) == [.stopContact])
        }
    }

    @Test func `A platform may be made to fail`() async throws {
        try await PlatformServer.run(ZaloBotPlatform(token: "1:a")) { server in
            let channel = ZaloBot(ZaloBotAccount(token: Credential("1:a"), webhookSecret: Credential("w"), apiURL: server.url))
            let request = try #require(channel.requests(for: Self.short, to: PersonAddress(channel: "zalo-bot", name: "7")).first)
            server.expect([.refused(503, retryAfter: 17), .brokenAnswer])
            #expect(channel.fault(in: try await Self.post(request), to: request)?.remedy == .retry(after: 17))
            await #expect(throws: URLError.self) { try await Self.post(request) }
            #expect(channel.fault(in: try await Self.post(request), to: request) == nil)
            #expect(server.calls.map(\.body) == [request.body, request.body, request.body])
        }
    }
}
