import Synchronization

/// Tells those who deliver that something may have been queued.
public final class QueueSignal: Sendable {
    private let listeners = Mutex<[@Sendable () -> Void]>([])

    /// - Parameter call: must return at once; it is called after each commit that may have queued something.
    public func listen(_ call: @escaping @Sendable () -> Void) {
        listeners.withLock { $0.append(call) }
    }

    func ring() {
        for call in listeners.withLock({ $0 }) { call() }
    }
}
