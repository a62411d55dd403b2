import Logging
import Synchronization

/// Tells once in the log, at error level, that a webhook gets nothing but requests that prove nothing: a wrong secret, or somebody who tries.
final class RejectionAlarm: Sendable {
    /// After so many in a row.
    private static let limit = 5

    private let logger: Logger
    private let webhook: String
    private let count = Mutex(0)

    /// - Parameter webhook: its address, for the log.
    init(webhook: String, logger: Logger) {
        self.webhook = webhook
        self.logger = logger
    }

    func rejected() {
        let number = count.withLock { count in
            count += 1
            return count
        }
        guard number == Self.limit else { return }
        logger.error(
            "alarm: a webhook's requests are not proven; compare its secret with the platform's", metadata: ["webhook": "\(webhook)"])
    }

    /// A proven request: what comes after it is counted anew.
    func taken() {
        count.withLock { $0 = 0 }
    }
}
