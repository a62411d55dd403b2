import Channels
import Dialogue
import Foundation
import HelpDesk
import Logging
import Service
import ServiceLifecycle
import Storage
import Support
import Synchronization
import Testing

@testable import Web

/// What those see who look after the service, and nobody else.
struct MetricsTests {
    private static let secret = ["x-telegram-bot-api-secret-token": "mot"]

    /// The internal port beside a service, for as long as the body runs.
    private static func run(
        channels: ChannelSettings = ChannelSettings(), now: @escaping @Sendable () -> Date = { Date() },
        _ body: (WebFixture, Browser) async throws -> Void
    ) async throws {
        try await WebFixture.run(now: now, channels: channels) { fixture in
            var quiet = Logger(label: "test")
            quiet.logLevel = .error
            let ports = AsyncStream<Int>.makeStream()
            let application = buildInternalApplication(
                fixture.service, host: "127.0.0.1", port: 0, logger: quiet, now: now, running: { ports.continuation.yield($0) })
            let group = ServiceGroup(services: [application], logger: quiet)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                var iterator = ports.stream.makeAsyncIterator()
                let port = try #require(await iterator.next())
                let home = try #require(URL(string: "http://127.0.0.1:\(port)/"))
                let result: Result<Void, any Error>
                do { result = .success(try await body(fixture, Browser(home))) } catch { result = .failure(error) }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
                try result.get()
            }
        }
    }

    private static func telegram() throws -> ChannelSettings {
        var settings = ChannelSettings()
        let api = try #require(URL(string: "http://127.0.0.1:9"))
        settings.telegram = [
            TelegramAccount(token: Credential("1:a"), webhookSecret: Credential("mot"), apiURL: api),
            TelegramAccount(name: "xa-mau", token: Credential("2:b"), webhookSecret: Credential("mot"), apiURL: api),
        ]
        return settings
    }

    private static func update(_ id: Int) -> String {
        #"{"update_id":\#(id),"message":{"from":{"id":7},"chat":{"id":7,"type":"private"},"text":"quên mật khẩu vneid"}}"#
    }

    /// Each sample's value by its name with its labels.
    private static func samples(_ browser: Browser) async throws -> [String: Double] {
        let answer = try await browser.get("metrics")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        var samples: [String: Double] = [:]
        var kinds: Set<String> = []
        for line in answer.body.split(separator: "\n") {
            if let kind = line.firstMatch(of: /^# TYPE (tungngo_[a-z_]+) (?:counter|gauge|histogram)$/) { kinds.insert(String(kind.1)) }
            guard !line.hasPrefix("#") else { continue }
            let sample = try #require(line.wholeMatch(of: /(tungngo_[a-z_]+)((?:\{(?:[a-z]+="[^"]*",?)+\})?) (\S+)/), "\(line)")
            let (whole, labels) = (String(sample.1), String(sample.2))
            let name = whole.replacing(/_(bucket|sum|count)$/, with: "")
            #expect(kinds.contains(name) || kinds.contains(whole), "\(line) has no kind")
            let isNew = samples.updateValue(try #require(Double(sample.3)), forKey: whole + labels) == nil
            #expect(isNew, "\(line) twice")
        }
        return samples
    }

    @Test func `The public port knows nothing of it, and the internal one of nothing else`() async throws {
        try await Self.run { fixture, inside in
            let outside = try await Browser(fixture.home).get("metrics")
            #expect(outside.status == 404)
            for (path, status) in [("metrics", 200), ("", 404), ("chat", 404), ("healthz", 404), ("quan-ly", 404)] {
                let answer = try await inside.get(path)
                #expect(answer.status == status, "\(path)")
            }
        }
    }

    @Test func `Messages, refusals and what waits are counted by channel and account`() async throws {
        try await Self.run(channels: try Self.telegram()) { fixture, inside in
            let before = try await Self.samples(inside)
            #expect(before["tungngo_commits_total"] == 0)
            let browser = Browser(fixture.home)
            for (path, id, headers) in [
                ("telegram", 1, Self.secret), ("telegram", 1, Self.secret), ("telegram", 2, [:]), ("telegram/xa-mau", 1, Self.secret),
            ] { _ = try await browser.post("webhooks/" + path, Self.update(id), headers: headers) }
            _ = try await browser.post("webhooks/telegram", "[", headers: Self.secret)
            _ = try await browser.post("webhooks/telegram", String(repeating: "x", count: 1 << 20 + 1), headers: Self.secret)

            let samples = try await Self.samples(inside)
            #expect(samples[#"tungngo_messages_total{channel="telegram",outcome="taken"}"#] == 2)
            #expect(samples[#"tungngo_messages_total{channel="telegram",outcome="known"}"#] == 1)
            let requests = [200, 400, 401, 413].map { samples[#"tungngo_webhook_requests_total{channel="telegram",status="\#($0)"}"#] }
            #expect(requests == [2, 1, 1, 1])
            #expect(samples[#"tungngo_webhook_requests_total{channel="telegram",account="xa-mau",status="200"}"#] == 1)
            #expect((1...3).contains(samples["tungngo_commits_total"] ?? 0))
            #expect(samples["tungngo_turn_wait_seconds_count"] == 3)
            #expect(samples[#"tungngo_turn_wait_seconds_bucket{le="+Inf"}"#] == 3)
            #expect((samples["tungngo_turn_wait_seconds_sum"] ?? 0) > 0)
            #expect((samples[#"tungngo_outbox_replies{channel="telegram"}"#] ?? 0) >= 1)
            #expect((samples[#"tungngo_outbox_replies{channel="telegram",account="xa-mau"}"#] ?? 0) >= 1)
            #expect((samples["tungngo_resident_memory_bytes"] ?? 0) > 1e6)
            #expect((samples["tungngo_cpu_seconds_total"] ?? 0) > 0)
        }
    }

    @Test func `Ages go with the clock, and what a person must look at is shown`() async throws {
        let time = Mutex(Date())
        try await Self.run(channels: try Self.telegram(), now: { time.withLock { $0 } }) { fixture, inside in
            _ = try await Browser(fixture.home).post("webhooks/telegram", Self.update(1), headers: Self.secret)
            let now = time.withLock { $0 }
            let leased = try await fixture.service.store.lease("telegram", account: "", window: nil, limit: 1, until: now + 60, at: now + 1)
            let delivery = try #require(leased.first)
            try await fixture.service.store.settle(
                Settlement(delivery, .channelStopped(reason: "telegram: error 401"), at: now, freeAt: now))
            time.withLock { $0 += 90 }
            let samples = try await Self.samples(inside)
            #expect((89...91).contains(samples[#"tungngo_outbox_oldest_seconds{channel="telegram"}"#] ?? 0))
            #expect((samples["tungngo_catalogue_age_seconds"] ?? 0) >= 80)
            #expect(samples[#"tungngo_channel_stopped{channel="telegram"}"#] == 1)
            #expect(samples[#"tungngo_hand_overs{state="open"}"#] == 0)
            #expect(samples["tungngo_failed_turns"] == 0)
        }
    }
}
