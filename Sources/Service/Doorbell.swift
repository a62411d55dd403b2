import Foundation
import Synchronization

/// Wakes the one who waits; a ring while nobody waits is kept for the next one who does.
final class Doorbell: Sendable {
    private struct State {
        var isRung = false
        var isClosed = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// No more waiting from now on.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    func ring() { wake { $0.isRung = true } }

    func close() { wake { $0.isClosed = true } }

    private func wake(_ change: (inout State) -> Void) {
        let waiter = state.withLock { state in
            guard let waiter = state.waiter else {
                change(&state)
                return nil as CheckedContinuation<Void, Never>?
            }
            change(&state)
            state.isRung = false
            state.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    /// Waits for a ring, for so long at most.
    func wait(for longest: Duration) async {
        let alarm = Task { [weak self] in
            try await Task.sleep(for: longest)
            self?.ring()
        }
        defer { alarm.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isNow = state.withLock { state in
                    if state.isRung || state.isClosed {
                        state.isRung = false
                        return true
                    }
                    state.waiter = continuation
                    return false
                }
                if isNow { continuation.resume() }
            }
        } onCancel: {
            close()
        }
    }
}
