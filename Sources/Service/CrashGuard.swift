import Storage

/// Keeps one message from stopping the service: what was under way at a crash is suspected, runs alone the next time, and is
/// set aside after a second crash.
///
/// Alone, because whatever else is under way at a crash is suspected with it.
actor CrashGuard {
    enum Verdict: Sendable {
        case run
        /// It crashed the process twice.
        case setAside
    }

    private let journal: CrashJournal?
    private var crashes: [Turn.MessageKey: Int]
    private var running = 0
    private var isSuspectRunning = false
    private var suspectsWaiting = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameter crashes: how often each suspected message has crashed the process.
    init(journal: CrashJournal? = nil, crashes: [Turn.MessageKey: Int] = [:]) {
        self.journal = journal
        self.crashes = crashes
    }

    func begin(_ key: Turn.MessageKey) async -> Verdict {
        guard let times = crashes[key] else {
            while isSuspectRunning || suspectsWaiting > 0 { await change() }
            running += 1
            journal?.begin(key)
            return .run
        }
        guard times < 2 else { return .setAside }
        suspectsWaiting += 1
        while isSuspectRunning || running > 0 { await change() }
        suspectsWaiting -= 1
        isSuspectRunning = true
        journal?.begin(key)
        return .run
    }

    /// - Parameter isTaken: whether the turn went through; what was too busy or met a full disk has proved nothing, and stays
    ///   suspected.
    /// - Returns: whether the message had been suspected and is so no longer.
    func end(_ key: Turn.MessageKey, isTaken: Bool = true) -> Bool {
        journal?.end(key)
        let wasSuspected = crashes[key] != nil
        if isTaken { crashes[key] = nil }
        if wasSuspected { isSuspectRunning = false } else { running -= 1 }
        for waiter in waiting { waiter.resume() }
        waiting = []
        return wasSuspected && isTaken
    }

    /// How many wait for their turn.
    var waitingCount: Int { waiting.count }

    private func change() async {
        await withCheckedContinuation { waiting.append($0) }
    }
}
