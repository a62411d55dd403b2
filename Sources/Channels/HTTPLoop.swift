import CLibcurl
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The libcurl loop: everything in it belongs to its one thread.
struct HTTPLoop {
    private let inbox: HTTPInbox
    private let policy: OutboundPolicy
    private let multi: UnsafeMutableRawPointer
    private var transfers: [UnsafeMutableRawPointer: HTTPTransfer] = [:]
    private var handles: [Int: UnsafeMutableRawPointer] = [:]

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK

    /// Runs until the inbox says stop.
    static func run(_ inbox: HTTPInbox, policy: OutboundPolicy) {
        // A peer that hangs up must be an error of its call, never a signal.
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, nil)

        if isReady, let multi = curl_multi_init() {
            var loop = HTTPLoop(inbox, policy: policy, multi: multi)
            loop.run()
            inbox.close()
            curl_multi_cleanup(multi)
        } else {
            inbox.stop(nil)
            for call in inbox.take().calls { call.caller.resume(returning: .failure(HTTPInbox.stopped)) }
        }
        inbox.end()
    }

    private init(_ inbox: HTTPInbox, policy: OutboundPolicy, multi: UnsafeMutableRawPointer) {
        self.inbox = inbox
        self.policy = policy
        self.multi = multi
        curl_multi_set_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, policy.connectionsPerHost)
        curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, 2 * policy.connectionsPerHost)
        inbox.open(multi)
    }

    private mutating func run() {
        while true {
            let mail = inbox.take()
            for call in mail.calls { begin(call) }
            for id in mail.cancelled { end(id, "the call was cancelled") }
            guard !mail.isStopping else { break }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            finish()
            // Returns earlier where a socket is ready, a transfer's time is up or somebody rings.
            curl_multi_poll(multi, nil, 0, 60_000, nil)
        }
        for id in handles.keys { end(id, "the service stops") }
    }

    private mutating func begin(_ call: HTTPInbox.Call) {
        guard let transfer = HTTPTransfer(call, policy: policy) else {
            return call.caller.resume(returning: .failure(SendError(.retry(after: nil), summary: "out of memory")))
        }
        guard curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
            return transfer.end("the call could not begin")
        }
        transfers[transfer.handle] = transfer
        handles[call.id] = transfer.handle
    }

    /// Hands over what has ended by itself.
    private mutating func finish() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            var handle: UnsafeMutableRawPointer?
            var code = CURLE_OK
            guard curl_ended(message, &handle, &code) != 0, let handle, let transfer = remove(handle) else { continue }
            transfer.end(code)
        }
    }

    /// Breaks a call off; nothing where it has ended already.
    private mutating func end(_ id: Int, _ reason: String) {
        guard let handle = handles[id], let transfer = remove(handle) else { return }
        transfer.end(reason)
    }

    private mutating func remove(_ handle: UnsafeMutableRawPointer) -> HTTPTransfer? {
        guard let transfer = transfers.removeValue(forKey: handle) else { return nil }
        handles[transfer.id] = nil
        curl_multi_remove_handle(multi, handle)
        return transfer
    }
}
