import Dialogue
import Foundation
import GRDB
import HelpDesk
import Matching
import Vietnamese

/// A turn in the database: known already? who and where? → the dialogue → its effects; all in the caller's transaction.
struct TurnStore: Sendable {
    let respond: @Sendable (Event, Situation) throws -> [Effect]
    let apology: Reply

    /// Runs a turn in a savepoint of its own. A turn that throws leaves nothing behind but its failure and an apology.
    func run(_ turn: Turn, in db: GRDB.Database) throws -> Turn.Outcome {
        var outcome = Turn.Outcome.failed
        do {
            try db.inSavepoint {
                outcome = try attempt(turn, in: db)
                return .commit
            }
        } catch let error as DatabaseError where error.resultCode.isOfTheDisk {
            // Not the turn's fault: the whole batch fails, nothing is answered with 200, and the platforms send again.
            throw error
        } catch {
            try TurnStore.fail(turn, because: "\(error)", apology: apology, in: db)
        }
        return outcome
    }

    private func attempt(_ turn: Turn, in db: GRDB.Database) throws -> Turn.Outcome {
        guard try TurnStore.isNew(turn, in: db) else { return .known }
        let person = try PersonStore.person(turn.address, at: turn.event.at, in: db)
        if let seen = turn.seen { try PersonStore.acknowledge(seen, person: person, in: db) }
        let situation = try ConversationStore.situation(of: person, wasGreeted: turn.wasGreeted, in: db)
        let utterance = try ConversationStore.keepUtterance(of: turn.event, situation, person: person, in: db)
        let effects = try respond(turn.event, situation)
        for effect in effects {
            try apply(effect, of: turn, person: person, utterance: utterance, in: db)
        }
        for case .redeem(let code) in effects {
            let outcome = try InviteStore.redeem(code, for: person, at: Time.milliseconds(turn.event.at), in: db)
            let after = try ConversationStore.situation(of: person, wasGreeted: turn.wasGreeted, in: db)
            for effect in try respond(Event(at: turn.event.at, input: .redeemed(outcome)), after) {
                try apply(effect, of: turn, person: person, utterance: nil, in: db)
            }
        }
        return effects.contains(.forget) ? .forgot : .taken
    }

    private func apply(_ effect: Effect, of turn: Turn, person: Int64, utterance: Int64?, in db: GRDB.Database) throws {
        switch effect {
        case .reply(let reply): try PersonStore.queue(reply, to: person, at: turn.event.at, in: db)
        case .remember(let conversation): try ConversationStore.remember(conversation, of: person, in: db)
        case .question(_, let understanding):
            try db.run(
                """
                INSERT INTO question (person, utterance, channel, at, day, decision, intent, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    person, utterance, turn.address.channel, Time.milliseconds(turn.event.at), Time.day(turn.event.at),
                    understanding.decision.rawValue, understanding.matches.first?.intent, understanding.confidence,
                ]
            )
        case .session(let guide, let event):
            try HelpSessionStore.apply(event, of: guide, person: person, channel: turn.address.channel, at: turn.event.at, in: db)
        case .redeem: break  // Once all other effects are applied; see `attempt`.
        case .forget: try PersonStore.forget(person, in: db)
        }
    }

    private static func isNew(_ turn: Turn, in db: GRDB.Database) throws -> Bool {
        try db.run(
            "INSERT INTO message (channel, account, id, receivedAt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [turn.address.channel, turn.address.account, turn.message, Time.milliseconds(turn.event.at)]
        )
        return db.changesCount > 0
    }

    /// Keeps the message as known, its input and the reason (masked), and queues an apology.
    private static func fail(_ turn: Turn, because reason: String, apology: Reply, in db: GRDB.Database) throws {
        guard try isNew(turn, in: db) else { return }
        let person = try PersonStore.person(turn.address, at: turn.event.at, in: db)
        try FailedTurnStore.add(turn, person: person, reason: MaskedText(masking: reason).text, in: db)
        try PersonStore.queue(apology, to: person, at: turn.event.at, in: db)
    }

    /// Keeps a message that crashed the process as failed, without trying it again.
    static func setAside(_ turn: Turn, apology: Reply, in db: GRDB.Database) throws {
        try fail(turn, because: "crashed the process twice", apology: apology, in: db)
        try CrashStore.clear(turn.key, in: db)
    }
}

extension ResultCode {
    /// Faults of the file or the disk, which no other turn would escape either.
    fileprivate var isOfTheDisk: Bool {
        [
            .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_BUSY, .SQLITE_LOCKED,
            .SQLITE_NOMEM,
        ]
        .contains(primaryResultCode)
    }
}
