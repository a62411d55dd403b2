import Foundation
import GRDB
import Platforms
import Support
import Testing

/// The real program with a Telegram channel, killed by SIGKILL over and over while people talk to it.
///
/// `make torture KILLS=1000` is the long run; it prints the table.
struct TortureTests {
    private static let senders = 24

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["TUNGNGO_TORTURE_KILLS"] != nil,
            "it takes the whole machine, and beside the other tests it may wait for ever: run it alone with make torture"))
    func `Killed at random moments under load it loses nothing and doubles nothing`() async throws {
        let wanted = ProcessInfo.processInfo.environment["TUNGNGO_TORTURE_KILLS"].flatMap(Int.init)
        let folder = try TemporaryFolder()
        let platform = RecordingTelegram()
        // Slow enough that kills also hit replies under way.
        try await PlatformServer.run(platform, latency: .milliseconds(40)) { server in
            let service = TorturedService(data: folder.url, platform: server.url)
            let people = TorturedPeople(service: service, platform: platform, seed: 1)
            let tally = try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<Self.senders { group.addTask { await people.send() } }
                let kills = try await kill(service, times: wanted ?? 8)
                people.finish()
                try await group.waitForAll()
                try await drain(folder.url)
                #expect(await service.end(by: SIGTERM)?.status == 0)
                let listed = try await Program("tungngo", ["outbox", "list"], environment: ["TUNGNGO_DATA": folder.url.path]).end().output
                return try await TortureTally(kills: kills, people: people, platform: platform, data: folder.url, listed: listed)
            }
            if wanted != nil { print(tally) }
            #expect(tally.isClean, "\(tally)")
            #expect(tally.stored > 0)
            #expect(tally.arrived > 0)
            #expect(tally.sessions > 0)
        }
    }

    /// Life after life, each ended at a random moment; the last one goes on.
    private func kill(_ service: TorturedService, times: Int) async throws -> Int {
        var random = SeededRandom(2)
        for number in 0..<times {
            try await service.start()
            // Some do not even come to listen.
            if number % 8 == 7 {
                try await Task.sleep(for: .milliseconds(random.next(below: 500)))
            } else {
                try await service.listen()
                try await Task.sleep(for: .milliseconds(100 + random.next(below: 900)))
            }
            #expect(await service.end(by: SIGKILL)?.status == SIGKILL)
        }
        try await service.start()
        try await service.listen()
        return times
    }

    /// Until nothing waits in the outbox any more, for two minutes at most.
    private func drain(_ data: URL) async throws {
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: data.appending(path: "tungngo.sqlite").path, configuration: configuration)
        for _ in 0..<1200 {
            let waiting = try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox WHERE state = 'waiting'") }
            if waiting == 0 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
