import CLibcurl
import Foundation
import Synchronization

/// Calls the platforms: one libcurl loop on a thread of its own for all calls.
///
/// No redirects are followed, TLS is always verified, and no error tells an address: it may carry a token.
public final class HTTPSender: Sendable {
    private let policy: OutboundPolicy
    private let inbox: HTTPInbox

    public init(policy: OutboundPolicy) {
        self.policy = policy
        let inbox = HTTPInbox()
        self.inbox = inbox
        let thread = Thread { HTTPLoop.run(inbox, policy: policy) }
        thread.name = "outbound HTTP"
        thread.start()
    }

    deinit {
        inbox.stop(nil)
    }

    /// Sends a request and reads the whole answer, whatever its status; a request without a body is a GET, any other a POST.
    ///
    /// - Throws: within the policy's deadline, with ``SendError/mayHaveArrived`` false only where nothing was sent. A cancelled
    ///   task ends its call at once.
    public func send(_ request: OutboundRequest) async throws(SendError) -> HTTPAnswer {
        if let reason = policy.refusal(of: request) { throw SendError(.stopChannel, summary: reason) }
        let id = inbox.newID()
        let deadline = ContinuousClock.now + policy.deadline
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                inbox.submit(HTTPInbox.Call(id: id, request: request, deadline: deadline, caller: caller))
                // A cancellation that came before the call was there has found nothing to end.
                if Task.isCancelled { inbox.cancel(id) }
            }
        } onCancel: {
            inbox.cancel(id)
        }
        return try result.get()
    }

    /// Ends all calls, and the thread; calls after it fail at once. Returns when the thread has let go of everything.
    public func stop() async {
        await withCheckedContinuation { inbox.stop($0) }
    }
}
