public import Channels
public import Foundation
public import Logging
public import ServiceLifecycle
public import Storage

/// The loop behind the outbox: leases what is due, sends it, and writes down what became of it (promise 2).
public struct OutboxSender: Service {
    /// What all channels' senders work with.
    public struct Tools: Sendable {
        let store: Store
        let send: @Sendable (OutboundRequest) async throws(SendError) -> HTTPAnswer
        let renewToken: @Sendable (any Channel) async throws(SendError) -> Void
        /// Whether messages may be sent that cost money, where the free ones are over.
        let allowsPaid: Bool
        /// How many sends are under way at once on one channel, each to another person.
        let lanes: Int
        /// How long a channel's sender waits at most before it looks again; a ring wakes it at once.
        let longestWait: Duration
        let now: @Sendable () -> Date
        /// From 0 to 1.
        let random: @Sendable () -> Double
        let logger: Logger
        let metrics: Metrics

        /// - Parameters:
        ///   - send: one call to a platform, with a deadline; ``HTTPSender/send(_:)``.
        ///   - renewToken: makes the channel's token a new one, on disk before it is used.
        public init(
            store: Store, logger: Logger, allowsPaid: Bool = false, lanes: Int = 16,
            longestWait: Duration = .seconds(5), metrics: Metrics = Metrics(),
            send: @escaping @Sendable (OutboundRequest) async throws(SendError) -> HTTPAnswer,
            renewToken: @escaping @Sendable (any Channel) async throws(SendError) -> Void = OutboxSender.noRenewal,
            now: @escaping @Sendable () -> Date = { Date() }, random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
        ) {
            self.store = store
            self.send = send
            self.renewToken = renewToken
            self.allowsPaid = allowsPaid
            self.lanes = lanes
            self.longestWait = longestWait
            self.now = now
            self.random = random
            self.logger = logger
            self.metrics = metrics
        }
    }

    private let senders: [ChannelSender]

    public init(_ channels: [any Channel], tools: Tools) {
        senders = channels.map { ChannelSender($0, tools: tools) }
    }

    public func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for sender in senders { group.addTask { await sender.run() } }
            }
        } onGracefulShutdown: {
            for sender in senders { sender.bell.close() }
        }
    }

    /// For channels whose token nobody but a person can renew.
    public static let noRenewal: @Sendable (any Channel) async throws(SendError) -> Void = { channel throws(SendError) in
        throw SendError(.stopChannel, summary: "the token of \(channel.name) is refused; give a new one in the settings")
    }
}
