import Support
import Synchronization
import Testing

@testable import Storage

struct GroupCommitTests {
    /// A writer that stands still until it is let go.
    private actor Gate {
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func pass() async {
            if isOpen { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            for waiter in waiting { waiter.resume() }
            waiting = []
        }
    }

    @Test func `What waits while a batch is written makes one batch`() async throws {
        let gate = Gate()
        let batches = Mutex<[Int]>([])
        let line = GroupCommit<Int, Int>(clock: ManualClock()) { batch in
            await gate.pass()
            batches.withLock { $0.append(batch.count) }
            return batch.map { .success($0 * 2) }
        }
        let results = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...50 { group.addTask { try await line.submit(number) } }
            while await line.waitingCount < 50 { await Task.yield() }
            await gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.sorted() == (1...50).map { $0 * 2 })
        let sizes = batches.withLock { $0 }
        #expect(sizes.reduce(0, +) == 50)
        #expect(sizes.count <= 3)
    }

    @Test func `A line that is full refuses at once`() async throws {
        let gate = Gate()
        let line = GroupCommit<Int, Int>(bound: 2, clock: ManualClock()) { batch in
            await gate.pass()
            return batch.map { .success($0) }
        }
        async let one = line.submit(1)
        async let two = line.submit(2)
        while await line.waitingCount < 2 { await Task.yield() }
        await #expect(throws: Busy.self) { try await line.submit(3) }
        await gate.open()
        #expect(try await one == 1)
        #expect(try await two == 2)
    }

    @Test func `Whoever waits for more than a second and a half is told to come again`() async throws {
        let gate = Gate()
        let clock = ManualClock()
        let line = GroupCommit<Int, Int>(clock: clock) { batch in
            await gate.pass()
            return batch.map { .success($0) }
        }
        async let early = Result { try await line.submit(1) }
        while clock.sleeperCount < 1 { await Task.yield() }
        clock.advance(by: .milliseconds(1000))
        async let late = Result { try await line.submit(2) }
        while clock.sleeperCount < 2 { await Task.yield() }
        clock.advance(by: .milliseconds(500))
        guard case .failure(let error) = await early else { return #expect(Bool(false), "the first should have been refused") }
        #expect(error is Busy)
        await gate.open()
        #expect(try await late.get() == 2)
    }

    @Test func `A batch that fails tells every caller, and the next one is tried afresh`() async throws {
        struct Fault: Error {}
        let isBroken = Mutex(true)
        let line = GroupCommit<Int, Int>(clock: ManualClock()) { batch in
            batch.map { number in isBroken.withLock { $0 } ? .failure(Fault()) : .success(number) }
        }
        await #expect(throws: Fault.self) { try await line.submit(1) }
        isBroken.withLock { $0 = false }
        #expect(try await line.submit(2) == 2)
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
