public import Channels
import Dialogue
public import Foundation
import HelpDesk
import Logging
import Matching
public import Storage
import Vietnamese

/// A message's way from a channel to the disk: mask, match, turn.
///
/// The text is masked first of all, and matched on the caller's core, before the one writer.
public struct TurnProcessor: Sendable {
    private let catalogue: CatalogueInService
    private let store: Store
    private let key: KeyFile
    private let crashes: CrashGuard
    private let metrics: Metrics
    private let seam: @Sendable (InboundMessage) -> Void

    init(
        catalogue: CatalogueInService, store: Store, key: KeyFile, crashes: CrashGuard, metrics: Metrics = Metrics(),
        seam: @escaping @Sendable (InboundMessage) -> Void
    ) {
        self.catalogue = catalogue
        self.store = store
        self.key = key
        self.crashes = crashes
        self.metrics = metrics
        self.seam = seam
    }

    /// Takes a message; when it returns, the message is on disk and its replies are queued.
    ///
    /// - Throws: ``Busy`` where it was not taken in time; any other error where the disk failed. Either way the platform must
    ///   send it again.
    @discardableResult
    public func process(_ message: InboundMessage) async throws -> Turn.Outcome {
        let key = Turn.MessageKey(channel: message.address.channel, account: message.address.account, message: message.id)
        guard case .run = await crashes.begin(key) else {
            try await store.setAside(try turn(message, understanding: .nothing), apology: catalogue.current.dialogue.apology())
            metrics.count(.turn(channel: key.channel, .failed))
            return .failed
        }
        do {
            seam(message)
            let turn = try turn(message)
            let start = ContinuousClock.now
            let outcome = try await store.take(turn)
            metrics.add(wait: .now - start)
            metrics.count(.turn(channel: key.channel, outcome))
            if await crashes.end(key) { try await store.clearCrashes(of: key) }
            if outcome == .forgot { try await store.emptyLog() }
            return outcome
        } catch {
            _ = await crashes.end(key, isTaken: false)
            if error is Busy { metrics.count(.busy(channel: key.channel)) }
            throw error
        }
    }

    /// Runs the failed turns again, oldest first.
    /// - Returns: how many went through this time.
    public func replay(at date: Date) async throws -> Int {
        var replayed = 0
        for failed in try await store.failedTurns() where try await replay(failed, at: date) { replayed += 1 }
        return replayed
    }

    /// Runs one failed turn again; if it fails again, it is kept under a new number.
    /// - Returns: whether it went through; false too where no such turn waits.
    public func replay(_ number: Int64, at date: Date) async throws -> Bool {
        guard let failed = try await store.failedTurns().first(where: { $0.id == number }) else { return false }
        return try await replay(failed, at: date)
    }

    private func replay(_ failed: FailedTurn, at date: Date) async throws -> Bool {
        let input: Event.Input =
            switch failed.input {
            case .text(let text): .text(text, catalogue.current.matcher.understand(text.text, explaining: false))
            case .choice(let value): .choice(value)
            case .attachment(let attachment): .attachment(attachment)
            case .opened(let guide, let team): .opened(guide: guide, team: team)
            case .withdrawn: .withdrawn
            case .gone: .gone
            case .takenOver: .takenOver
            case .due(let deadline): .due(deadline)
            }
        let turn = Turn(address: failed.address, message: "replay:\(failed.id)", event: Event(at: date, input: input))
        let outcome = try await store.take(turn)
        try await store.markReplayed(failed.id, at: date)
        if outcome == .forgot { try await store.emptyLog() }
        return outcome != .failed
    }

    private func turn(_ message: InboundMessage, understanding: Understanding? = nil) throws -> Turn {
        let input: Event.Input
        var telephone: String?
        switch message.content {
        case .text(let text):
            let masked = MaskedText(masking: text)
            telephone = CallBackNumber.first(in: text)
            input = .text(masked, understanding ?? catalogue.current.matcher.understand(masked.text, explaining: false))
        case .choice(let value): input = .choice(value)
        case .attachment(let attachment): input = .attachment(attachment)
        case .opened(let guide, let team): input = .opened(guide: guide, team: team)
        case .telephone(let number):
            telephone = CallBackNumber.first(in: number)
            input = .attachment(.other)
        case .withdrawn: input = .withdrawn
        case .gone: input = .gone
        case .takenOver: input = .takenOver
        }
        let sealed = try telephone.map { SealedTelephone(try key.seal($0)) }
        return Turn(
            address: message.address, message: message.id, event: Event(at: message.at, input: input, telephone: sealed), group: message.group,
            wasGreeted: message.wasGreeted,
            seen: message.seen)
    }
}
