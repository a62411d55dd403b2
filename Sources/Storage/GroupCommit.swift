/// Gathers what waits into one commit: while one batch is being written, the next one gathers.
///
/// The line is bounded in length and in time: what does not fit, or waits longer than `patience`, is told ``Busy`` and must
/// be sent again. What is told so while its batch is already being written may be committed all the same.
actor GroupCommit<Work: Sendable, Outcome: Sendable> {
    private struct Waiting {
        let number: Int
        let work: Work
    }

    private let bound: Int
    private let batch: Int
    private let patience: Duration
    private let clock: any Clock<Duration>
    private let commit: @Sendable ([Work]) async -> [Result<Outcome, any Error>]
    private var line: [Waiting] = []
    private var callers: [Int: CheckedContinuation<Outcome, any Error>] = [:]
    private var next = 0
    private var isDraining = false

    /// - Parameters:
    ///   - bound: how many may wait.
    ///   - batch: how many are committed together at most, so that one commit stays short.
    ///   - patience: how long a caller waits at most.
    ///   - commit: writes a batch and returns one result for each work, in order.
    init(
        bound: Int = 2000, batch: Int = 256, patience: Duration = .milliseconds(1500), clock: any Clock<Duration> = ContinuousClock(),
        commit: @escaping @Sendable ([Work]) async -> [Result<Outcome, any Error>]
    ) {
        self.bound = bound
        self.batch = batch
        self.patience = patience
        self.clock = clock
        self.commit = commit
    }

    /// How many wait for their answer.
    var waitingCount: Int { callers.count }

    func submit(_ work: Work) async throws -> Outcome {
        guard callers.count < bound else { throw Busy() }
        next += 1
        let number = next
        line.append(Waiting(number: number, work: work))
        let alarm = Task { [clock, patience] in
            try await clock.sleep(for: patience)
            giveUp(number)
        }
        defer { alarm.cancel() }
        return try await withCheckedThrowingContinuation { caller in
            callers[number] = caller
            if !isDraining {
                isDraining = true
                Task { await drain() }
            }
        }
    }

    private func drain() async {
        while !line.isEmpty {
            let taken = line.prefix(batch)
            line.removeFirst(taken.count)
            let results = await commit(taken.map(\.work))
            for (waiting, result) in zip(taken, results) {
                callers.removeValue(forKey: waiting.number)?.resume(with: result)
            }
        }
        isDraining = false
    }

    private func giveUp(_ number: Int) {
        guard let caller = callers.removeValue(forKey: number) else { return }
        line.removeAll { $0.number == number }
        caller.resume(throwing: Busy())
    }
}
