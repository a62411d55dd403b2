import Catalogue
import Dialogue
public import Foundation
import HelpDesk
public import Logging
public import ServiceLifecycle
public import Storage

/// What is to happen at a time: looks for deadlines that have come and makes a turn of each; closes months.
///
/// Deadlines are rows, so nothing is lost with the process; one that came while it was down is late and no more.
public struct Schedule: Service {
    private let store: Store
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let pause: Duration

    /// - Parameter pause: how often it looks; a deadline is late by so much at most.
    public init(store: Store, logger: Logger, now: @escaping @Sendable () -> Date = { Date() }, pause: Duration = .seconds(5)) {
        self.store = store
        self.logger = logger
        self.now = now
        self.pause = pause
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await runDue(at: now())
                    try await store.closeMonths(on: Day(inVietnam: now()), at: now())
                } catch {
                    logger.error("deadlines could not be run", metadata: ["reason": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Runs all that is due, in the order of time; a deadline that one of them sets for the same moment too.
    /// - Returns: how many there were.
    @discardableResult
    public func runDue(at date: Date) async throws -> Int {
        var count = 0
        while true {
            let due = try await store.due(at: date)
            for one in due {
                let event = Event(at: date, input: .due(one.deadline))
                let message = "\(one.deadline.kind.rawValue):\(one.deadline.subject):\(Int(one.dueAt.timeIntervalSince1970 * 1000))"
                _ = try await store.take(Turn(address: one.address, message: message, event: event))
            }
            count += due.count
            if due.isEmpty { return count }
        }
    }
}
