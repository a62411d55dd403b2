import Foundation
import Storage
import Support
import Testing

@testable import Service

struct CrashGuardTests {
    private static let key = Turn.MessageKey(channel: "web", account: "", message: "dấu | lạ\n.+-")
    private static let other = Turn.MessageKey(channel: "web", account: "2", message: "khác")

    @Test func `What was begun and not ended is found after a crash, what was ended is not`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "journal")
        let (journal, before) = try CrashJournal.open(file)
        #expect(before.isEmpty)
        journal.begin(Self.key)
        journal.begin(Self.other)
        journal.end(Self.other)
        let (_, unfinished) = try CrashJournal.open(file)
        #expect(unfinished == [Self.key])
        let (_, again) = try CrashJournal.open(file)
        #expect(again.isEmpty)
    }

    @Test func `The journal holds no text of a message id in the clear and does not grow for ever`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "journal")
        let (journal, _) = try CrashJournal.open(file)
        for number in 0..<3000 {
            let key = Turn.MessageKey(channel: "web", account: "", message: "số \(number)")
            journal.begin(key)
            journal.end(key)
        }
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        #expect(size.map { $0 < 80_000 } == true)
        #expect(try folder.files(containing: "số 1").isEmpty)
    }

    @Test func `After one crash a message runs alone, after two it is set aside`() async throws {
        let once = CrashGuard(crashes: [Self.key: 1])
        guard case .run = await once.begin(Self.key) else { return #expect(Bool(false), "it should run once more") }
        async let waiting = once.begin(Self.other)
        #expect(await once.end(Self.key))
        guard case .run = await waiting else { return #expect(Bool(false), "the other one should run") }
        #expect(await once.end(Self.other) == false)

        guard case .setAside = await CrashGuard(crashes: [Self.key: 2]).begin(Self.key) else {
            return #expect(Bool(false), "it should be set aside")
        }
    }

    @Test func `A suspect whose turn did not go through stays suspected`() async throws {
        let guardian = CrashGuard(crashes: [Self.key: 1])
        _ = await guardian.begin(Self.key)
        #expect(await guardian.end(Self.key, isTaken: false) == false)
        _ = await guardian.begin(Self.key)
        #expect(await guardian.end(Self.key))
    }

    @Test func `A suspect waits until nothing else is under way`() async throws {
        let guardian = CrashGuard(crashes: [Self.key: 1])
        _ = await guardian.begin(Self.other)
        let order = AsyncStream<String>.makeStream()
        let suspect = Task {
            _ = await guardian.begin(Self.key)
            order.continuation.yield("suspect")
        }
        while await guardian.waitingCount == 0 { await Task.yield() }
        order.continuation.yield("other ends")
        _ = await guardian.end(Self.other)
        await suspect.value
        order.continuation.finish()
        #expect(await order.stream.reduce(into: []) { $0.append($1) } == ["other ends", "suspect"])
    }
}
