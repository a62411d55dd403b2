import Channels
import Foundation
import Logging
import Storage

/// Delivers over one channel what the outbox holds for it, a message at a time for each person.
///
/// Every step writes down what became of it before the next one goes to the same person; nothing is kept in memory that a crash
/// could lose.
actor ChannelSender {
    /// What is to be done now, and when to look again; nil where only a ring of the bell brings something.
    struct Round: Sendable {
        var deliveries: [Delivery] = []
        var next: Date?
    }

    private let channel: any Channel
    private let tools: OutboxSender.Tools
    private let logger: Logger
    private let window: Double?
    private var bucket: TokenBucket
    private var inFlight = 0
    /// Failures in a row for which the platform rather than one message is to blame.
    private var failures = 0
    private var pausedUntil = Date.distantPast
    private var lastLook = Date.distantPast
    private var renewal: Task<SendError?, Never>?
    private var renewedAt = Date.distantPast

    /// From so many failures in a row on, only one message at a time tries whether the platform is back.
    private static let failuresUntilPause = 3
    private static let platformPauses = RetryPauses(first: 5, longest: 300)
    private static let messagePauses = RetryPauses()
    /// What could not be delivered for so long is given up, in seconds.
    private static let longestTry: TimeInterval = 3 * 86_400

    nonisolated let bell = Doorbell()

    init(_ channel: any Channel, tools: OutboxSender.Tools) {
        self.channel = channel
        self.tools = tools
        var logger = tools.logger
        logger[metadataKey: "channel"] = "\(channel.name)"
        if !channel.account.isEmpty { logger[metadataKey: "account"] = "\(channel.account)" }
        self.logger = logger
        let can = channel.capabilities
        window = tools.allowsPaid ? can.window : [can.freeWindow, can.window].compactMap { $0 }.min()
        bucket = TokenBucket(rate: can.rate, at: tools.now())
    }

    /// Delivers until the service stops; what is under way then is brought to its end.
    func run() async {
        tools.store.queued.listen { [bell] in bell.ring() }
        while !bell.isClosed {
            do {
                try await tools.store.beginDelivering(channel.name, account: channel.account, at: tools.now())
                break
            } catch {
                logger.error("the outbox cannot be read", metadata: ["reason": "\(error)"])
                await bell.wait(for: tools.longestWait)
            }
        }
        await withDiscardingTaskGroup { group in
            while !bell.isClosed {
                let round = await look()
                for delivery in round.deliveries { group.addTask { await self.deliver(delivery) } }
                // Another process may have queued something: look now and then without being told.
                let next = round.next.map { Duration.seconds(max(0, $0.timeIntervalSince(tools.now()))) }
                await bell.wait(for: min(next ?? tools.longestWait, tools.longestWait))
            }
        }
    }

    /// Leases what may go out now.
    func look() async -> Round {
        let now = tools.now()
        do {
            if now < lastLook.addingTimeInterval(-1) { try await mend(at: now) }
            lastLook = now
            guard pausedUntil <= now else { return Round(next: pausedUntil) }
            let lanes = failures < Self.failuresUntilPause ? tools.lanes : 1
            guard inFlight < lanes else { return Round() }
            let room = min(lanes - inFlight, bucket.available(at: now))
            guard room > 0 else { return Round(next: bucket.next) }
            let deliveries = try await tools.store.lease(
                channel.name, account: channel.account, window: window, limit: room, until: now.addingTimeInterval(120), at: now)
            bucket.take(deliveries.count)
            inFlight += deliveries.count
            let next = deliveries.count == room ? bucket.next : try await tools.store.nextDelivery(channel.name, account: channel.account)
            return Round(deliveries: deliveries, next: next)
        } catch {
            logger.error("the outbox cannot be read", metadata: ["reason": "\(error)"])
            return Round(next: now.addingTimeInterval(5))
        }
    }

    /// The clock went back: what was to wait until a certain time would wait until it is again as late as it was.
    private func mend(at now: Date) async throws {
        logger.warning("the clock went back", metadata: ["seconds": "\(Int(lastLook.timeIntervalSince(now)))"])
        pausedUntil = min(pausedUntil, now)
        renewedAt = .distantPast
        try await tools.store.mendDueTimes(channel.name, account: channel.account, at: now)
    }

    /// Sends one message and writes down what became of it.
    func deliver(_ delivery: Delivery) async {
        let outcome = await outcome(of: delivery)
        let now = tools.now()
        log(outcome, of: delivery)
        count(outcome)
        let settlement = Settlement(delivery, outcome, at: now, freeAt: now.addingTimeInterval(1 / channel.capabilities.ratePerPerson))
        do {
            try await tools.store.settle(settlement)
        } catch {
            // The lease runs out; then it counts as a send with an unknown outcome.
            logger.error("what became of a reply cannot be written down", metadata: ["reply": "\(delivery.id)", "reason": "\(error)"])
        }
        inFlight -= 1
        bell.ring()
    }

    private func outcome(of delivery: Delivery) async -> Settlement.Outcome {
        var requests = channel.requests(for: delivery.reply, to: delivery.address)
        if let from = delivery.plainFrom, from < requests.count {
            requests = requests[..<from] + requests[from...].flatMap { $0.plain.isEmpty ? [$0] : $0.plain }
        }
        guard delivery.part < requests.count else { return .sent(isLast: true) }
        let request = requests[delivery.part]
        let startedAt = tools.now()
        do throws(SendError) {
            let answer = try await tools.send(request)
            if let fault = channel.fault(in: answer, to: request) { throw fault }
            failures = 0
            return .sent(isLast: delivery.part + 1 == requests.count)
        } catch {
            return await remedy(error, delivery, request, startedAt: startedAt)
        }
    }

    private func remedy(_ error: SendError, _ delivery: Delivery, _ request: OutboundRequest, startedAt: Date) async -> Settlement.Outcome {
        switch error.remedy {
        case .retry(let seconds): return again(delivery, error, after: seconds)
        case .refreshToken: return await renewToken(delivery, error, startedAt: startedAt)
        case .plainText:
            failures = 0
            return request.plain.isEmpty ? .givenUp(reason: error.summary) : .plain
        case .giveUp:
            failures = 0
            return .givenUp(reason: error.summary)
        case .stopContact:
            failures = 0
            return .unreachable(reason: error.summary)
        case .stopChannel: return .channelStopped(reason: error.summary)
        }
    }

    private func again(_ delivery: Delivery, _ error: SendError, after seconds: TimeInterval?) -> Settlement.Outcome {
        let now = tools.now()
        failures += 1
        if failures >= Self.failuresUntilPause {
            let pause = Self.platformPauses.pause(after: failures - Self.failuresUntilPause, random: tools.random())
            pausedUntil = max(pausedUntil, now.addingTimeInterval(max(pause, seconds ?? 0)))
        }
        guard now.timeIntervalSince(delivery.queuedAt) < Self.longestTry || delivery.attempts == 0 else {
            return .givenUp(reason: "it could not be delivered for three days: \(error.summary)")
        }
        let pause = Self.messagePauses.pause(after: delivery.attempts, random: tools.random())
        // A platform's own word counts; the random part keeps those apart that got the same.
        let date = now.addingTimeInterval(seconds.map { min($0, 86_400) + tools.random() } ?? pause)
        return .again(at: date, reason: error.summary, mayHaveArrived: error.mayHaveArrived)
    }

    /// One renewal at a time for all who find the token refused; who asked with an older token than the present one just asks again.
    private func renewToken(_ delivery: Delivery, _ error: SendError, startedAt: Date) async -> Settlement.Outcome {
        if renewedAt > startedAt { return .untried(until: tools.now()) }
        if startedAt.timeIntervalSince(renewedAt) < 60 {
            return .channelStopped(reason: "\(error.summary): the token is refused though it has just been renewed")
        }
        let task =
            renewal
            ?? Task { [tools, channel] in
                do throws(SendError) {
                    try await tools.renewToken(channel)
                    return nil
                } catch {
                    return error
                }
            }
        renewal = task
        let failure = await task.value
        if renewal == task {
            renewal = nil
            if failure == nil { renewedAt = tools.now() }
        }
        guard let failure else { return .untried(until: tools.now()) }
        if case .retry(let seconds) = failure.remedy { return again(delivery, SendError(failure.remedy, summary: failure.summary), after: seconds) }
        return .channelStopped(reason: failure.summary)
    }

    private func count(_ outcome: Settlement.Outcome) {
        let delivered: Metrics.Delivered
        switch outcome {
        case .sent: delivered = .sent
        case .plain, .again, .untried, .channelStopped: delivered = .again
        case .givenUp, .unreachable: delivered = .givenUp
        }
        tools.metrics.count(.reply(channel: channel.name, account: channel.account, delivered))
    }

    private func log(_ outcome: Settlement.Outcome, of delivery: Delivery) {
        let reply: Logger.MetadataValue = "\(delivery.id)"
        switch outcome {
        case .sent, .plain, .untried: break
        case .again(_, let reason, _): logger.info("a reply is tried again later", metadata: ["reply": reply, "reason": "\(reason)"])
        case .givenUp(let reason), .unreachable(let reason):
            logger.warning("a reply is given up; `tungngo outbox list` shows it", metadata: ["reply": reply, "reason": "\(reason)"])
        case .channelStopped(let reason):
            logger.error(
                "nothing goes out over this channel any more until `tungngo outbox resend` or a restart",
                metadata: ["reply": reply, "reason": "\(reason)"])
        }
    }
}
