import Foundation
import GRDB
import Platforms
import Support

/// The real program with a Telegram channel, killed by SIGKILL over and over while people talk to it: `Torture KILLS [SEED]`.
///
/// A program of its own: platform and people must not wait for the tests that run beside them. It prints a table and ends with 1
/// where anything was lost, doubled or out of order.
@main
struct Torture {
    private static let senders = 24

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        let tally = try await torture(kills: Int(numbers.first ?? 1000), seed: numbers.dropFirst().first ?? 1)
        print(tally)
        let isWorthIt = tally.stored > 0 && tally.arrived > 0 && tally.sessions > 0
        exit(tally.isClean && isWorthIt ? 0 : 1)
    }

    private static func torture(kills: Int, seed: UInt64) async throws -> TortureTally {
        let folder = try TemporaryFolder()
        let platform = RecordingTelegram()
        var tally: TortureTally?
        // Slow enough that kills also hit replies under way.
        try await PlatformServer.run(platform, latency: .milliseconds(40)) { server in
            let service = TorturedService(data: folder.url, platform: server.url)
            let people = TorturedPeople(service: service, platform: platform, seed: seed)
            tally = try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<senders { group.addTask { await people.send() } }
                try await kill(service, among: people, times: kills, seed: seed + 1)
                people.finish()
                try await group.waitForAll()
                try await drain(folder.url)
                try await end(service, by: SIGTERM, with: 0)
                let listed = try await Program("tungngo", ["outbox", "list"], environment: ["TUNGNGO_DATA": folder.url.path]).end().output
                return try await TortureTally(kills: kills, people: people, platform: platform, data: folder.url, listed: listed)
            }
        }
        guard let tally else { throw Fault(description: "the platform's stand-in did not run") }
        return tally
    }

    private struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private static func end(_ service: TorturedService, by signal: Int32, with status: Int32) async throws {
        let ending = await service.end(by: signal)
        guard ending?.status == status else {
            throw Fault(description: "the service ended with \(ending?.status ?? -1) in place of \(status): \(ending?.errors ?? "")")
        }
    }

    /// Life after life, each ended at a random moment; the last one goes on.
    private static func kill(_ service: TorturedService, among people: TorturedPeople, times: Int, seed: UInt64) async throws {
        var random = SeededRandom(seed)
        for number in 0..<times {
            try await service.start()
            // Some do not even come to listen.
            if number % 8 == 7 {
                try await Task.sleep(for: .milliseconds(random.next(below: 500)))
            } else {
                try await service.listen()
                // By what has been done, not by the time: a busy machine does less in the same time.
                await people.waitForAcknowledgements(1 + Int(random.next(below: 40)))
                // Every other time at once, for what has been answered and not yet written; else a little more, for what is being sent.
                if number % 2 == 1 { try await Task.sleep(for: .milliseconds(random.next(below: 100))) }
            }
            try await end(service, by: SIGKILL, with: SIGKILL)
        }
        try await service.start()
        try await service.listen()
    }

    /// Until nothing waits in the outbox any more, as long as it becomes less within two minutes.
    private static func drain(_ data: URL) async throws {
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: data.appending(path: "tungngo.sqlite").path, configuration: configuration)
        var (least, since) = (Int.max, ContinuousClock.now)
        while ContinuousClock.now - since < .seconds(120) {
            let waiting = try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox WHERE state = 'waiting'") } ?? 0
            if waiting == 0 { return }
            if waiting < least { (least, since) = (waiting, .now) }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
