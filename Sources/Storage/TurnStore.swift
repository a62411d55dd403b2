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
    let handOvers: HandOverStore
    let newLoginLink: (@Sendable () throws -> NewLoginLink)?

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
        if case .due(let deadline) = turn.event.input {
            guard try DeadlineStore.take(deadline, at: turn.event.at, in: db) else { return .known }
        } else {
            guard try TurnStore.isNew(turn, in: db) else { return .known }
        }
        let isFromPerson = turn.event.input.isFromPerson
        let person = try PersonStore.person(turn.address, at: turn.event.at, isFromPerson: isFromPerson, in: db)
        if let seen = turn.seen { try PersonStore.acknowledge(seen, person: person, in: db) }
        let situation = try ConversationStore.situation(of: person, turn, handOvers, in: db)
        let utterance = try ConversationStore.keepUtterance(of: turn.event, situation, person: person, in: db)
        var scene = Scene(turn: turn, person: person, utterance: utterance)
        scene.answersTo = try turn.group.map { try PersonStore.person($0, at: turn.event.at, in: db) } ?? person
        scene.walker = HelpSessionStore.Walker(
            person: person, member: try situation.member == nil ? nil : TeamStore.member(of: person, in: db)?.id, channel: turn.address.channel)
        let effects = try respond(turn.event, situation)
        try apply(effects, scene, depth: 0, in: db)
        return effects.contains(.forget) ? .forgot : .taken
    }

    /// What the effects of one turn are applied with.
    private struct Scene {
        let turn: Turn
        let person: Int64
        let utterance: Int64?
        /// The person, or the group in which it was said.
        var answersTo: Int64
        var walker: HelpSessionStore.Walker

        init(turn: Turn, person: Int64, utterance: Int64?) {
            self.turn = turn
            self.person = person
            self.utterance = utterance
            answersTo = person
            walker = HelpSessionStore.Walker(person: person, member: nil, channel: turn.address.channel)
        }
    }

    /// So many answers may lead to further queries: a hand-over climbs three rungs at most.
    private static let deepest = 8

    /// Applies effects in their order, then asks what they ask; each answer goes through the dialogue once more.
    private func apply(_ effects: [Effect], _ scene: Scene, depth: Int, in db: GRDB.Database) throws {
        for effect in effects { try apply(effect, scene, in: db) }
        for case .ask(let query) in effects where depth < Self.deepest {
            guard let answer = try self.answer(query, scene, in: db) else { continue }
            let situation = try ConversationStore.situation(of: scene.person, scene.turn, handOvers, in: db)
            try apply(respond(Event(at: scene.turn.event.at, input: .told(answer)), situation), scene, depth: depth + 1, in: db)
        }
    }

    private func apply(_ effect: Effect, _ scene: Scene, in db: GRDB.Database) throws {
        let (turn, person, at) = (scene.turn, scene.person, scene.turn.event.at)
        switch effect {
        case .reply(let reply): try PersonStore.queue(reply, to: scene.answersTo, at: at, in: db)
        case .tell(let other, let reply):
            try PersonStore.queue(reply, to: other.value, as: .message, author: person, at: at, in: db)
            if !reply.choices.isEmpty { try ConversationStore.offer(reply.choices, to: other.value, in: db) }
        case .remember(let conversation): try ConversationStore.remember(conversation, of: person, in: db)
        case .question(_, let understanding):
            try db.run(
                """
                INSERT INTO question (person, utterance, channel, at, day, decision, intent, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    person, scene.utterance, turn.address.channel, Time.milliseconds(at), Time.day(at), understanding.decision.rawValue,
                    understanding.matches.first?.intent, understanding.confidence,
                ]
            )
        case .session(let guide, let event): try HelpSessionStore.apply(event, of: guide, by: scene.walker, at: at, in: db)
        case .ask: break  // Once all other effects are applied.
        case .bind(let team): try TeamStore.bind(person, to: team, in: db)
        case .set(let deadline, let date, let other): try DeadlineStore.set(deadline, at: date, for: other?.value ?? person, in: db)
        case .endSession(let session, let outcome, let silentSince):
            try HelpSessionStore.end(session, outcome, silentSince: silentSince, at: at, in: db)
        case .renewClaim(let number, let date): try HandOverStore.renew(number, until: date, in: db)
        case .endHandOver(let number, let outcome): try handOvers.end(number, outcome, at: at, in: db)
        case .keepTelephone(let number, let telephone): try HandOverStore.keepTelephone(telephone, of: number, in: db)
        case .unreachable: try db.run("UPDATE person SET unreachableSince = ? WHERE id = ?", [Time.milliseconds(at), person])
        case .forget: try PersonStore.forget(person, in: db)
        }
    }

    private func answer(_ query: Query, _ scene: Scene, in db: GRDB.Database) throws -> Answer? {
        let (walker, at) = (scene.walker, scene.turn.event.at)
        switch query {
        case .redeem(let code): return .redemption(try InviteStore.redeem(code, for: scene.person, at: Time.milliseconds(at), in: db))
        case .teams(let words): return .teams(try TeamStore.teams(named: words, in: db))
        case .teamsBelow(let team): return .teamsBelow(team, try TeamStore.teams(below: team, in: db))
        case .bind(let team):
            try TeamStore.bind(scene.person, to: team, in: db)
            return .bound(try TeamStore.team(team.uppercased(), in: db))
        case .handOver(let team, let guide, let step):
            return try handOvers.open(for: scene.person, team: team, guide: guide, step: step, at: at, in: db)
        case .call(let number, let rung, let except): return try handOvers.call(number, rung, except: except, at: at, in: db)
        case .reopen(let number, let isGivenBack): return try handOvers.reopen(number, isGivenBack: isGivenBack, at: at, in: db)
        case .claim(let number, let lease): return .claim(try handOvers.claim(number, by: walker, lease: lease, at: at, in: db))
        case .log(let entry, let evenIfSimilar): return try BookStore.log(entry, evenIfSimilar: evenIfSimilar, by: walker, at: at, in: db)
        case .entry(let number):
            guard let member = walker.member else { return nil }
            return try BookStore.entry(number, of: member, at: at, in: db).map(Answer.entry) ?? .noEntry(number)
        case .change(let number, let amendments): return try walker.member.map { try BookStore.change(number, amendments, of: $0, at: at, in: db) }
        case .withdraw(let number): return try walker.member.map { try BookStore.withdraw(number, of: $0, at: at, in: db) }
        case .loginLink:
            guard let member = walker.member else { return nil }
            return .loginLink(try newLoginLink.map { try LoginLinkStore.add($0(), for: member, at: at, in: db) })
        case .book(let day): return try walker.member.map { .book(try BookStore.book(of: $0, month: day, in: db)) }
        }
    }

    private static func isNew(_ turn: Turn, in db: GRDB.Database) throws -> Bool {
        try db.run(
            "INSERT INTO message (channel, account, id, receivedAt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [turn.address.channel, turn.address.account, turn.message, Time.milliseconds(turn.event.at)]
        )
        return db.changesCount > 0
    }

    /// A deadline whose turn failed comes again after so long.
    private static let putOff: TimeInterval = 600

    /// Keeps the message as known, its input and the reason (masked), and queues an apology.
    private static func fail(_ turn: Turn, because reason: String, apology: Reply, in db: GRDB.Database) throws {
        guard try isNew(turn, in: db) else { return }
        let isFromPerson = turn.event.input.isFromPerson
        let person = try PersonStore.person(turn.address, at: turn.event.at, isFromPerson: isFromPerson, in: db)
        try FailedTurnStore.add(turn, person: person, reason: MaskedText(masking: reason).text, in: db)
        if case .due(let deadline) = turn.event.input {
            try DeadlineStore.set(deadline, at: turn.event.at + putOff, for: person, in: db)
        } else if isFromPerson {
            try PersonStore.queue(apology, to: person, at: turn.event.at, in: db)
        }
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
