import CLibcurl
import Foundation
import Synchronization

/// What the libcurl loop is told by other threads, and the bell that wakes it.
///
/// `curl_multi_wakeup` is the one function of libcurl that any thread may call on a multi handle. It is called under the lock
/// that also guards the handle's end, so never on a handle that is gone.
final class HTTPInbox: Sendable {
    typealias Caller = CheckedContinuation<Result<HTTPAnswer, SendError>, Never>

    struct Call: Sendable {
        let id: Int
        let request: OutboundRequest
        let deadline: ContinuousClock.Instant
        let caller: Caller
    }

    struct Mail: Sendable {
        var calls: [Call] = []
        var cancelled: Set<Int> = []
        var isStopping = false
    }

    private struct State {
        var nextID = 0
        var mail = Mail()
        /// Of the multi handle; nil before the loop runs and after it ended.
        var multi: UInt?
        var isOver = false
        var stopped: [CheckedContinuation<Void, Never>] = []

        func wake() {
            if let multi { curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: multi)) }
        }
    }

    static let stopped = SendError(.retry(after: nil), summary: "the service stops")

    private let state = Mutex(State())

    func newID() -> Int {
        state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
    }

    func submit(_ call: Call) {
        let isTaken = state.withLock { state in
            guard !state.mail.isStopping else { return false }
            state.mail.calls.append(call)
            state.wake()
            return true
        }
        if !isTaken { call.caller.resume(returning: .failure(HTTPInbox.stopped)) }
    }

    func cancel(_ id: Int) {
        state.withLock { state in
            state.mail.cancelled.insert(id)
            state.wake()
        }
    }

    /// - Parameter caller: resumed once the loop has ended.
    func stop(_ caller: CheckedContinuation<Void, Never>?) {
        let isOver = state.withLock { state in
            state.mail.isStopping = true
            state.wake()
            if let caller, !state.isOver { state.stopped.append(caller) }
            return state.isOver
        }
        if isOver { caller?.resume() }
    }

    // MARK: The loop's side

    func open(_ multi: UnsafeMutableRawPointer) {
        let address = UInt(bitPattern: multi)
        state.withLock { $0.multi = address }
    }

    /// All that came since the last time.
    func take() -> Mail {
        state.withLock { state in
            defer { state.mail = Mail(isStopping: state.mail.isStopping) }
            return state.mail
        }
    }

    /// The multi handle is about to go; nobody wakes it any more.
    func close() {
        state.withLock { $0.multi = nil }
    }

    func end() {
        let waiting = state.withLock { state in
            state.isOver = true
            return state.stopped
        }
        for caller in waiting { caller.resume() }
    }
}
