import Dialogue
import Foundation
import GRDB
import HelpDesk

/// Help sessions and their courses. The log is append-only: what happened is an event, and the session's row is their sum.
enum HelpSessionStore {
    /// Who walks, and where: a citizen alone, or a member for a citizen.
    struct Walker {
        let person: Int64
        let member: Int64?
        let channel: String
    }

    /// A walk goes on. Where no session is open, `opened` begins one; a walk that was left and is taken up again on the same
    /// day, or one that closed only because of silence, is the same help.
    static func apply(_ event: HelpSession.Event, of guide: String, by walker: Walker, at date: Date, in db: GRDB.Database) throws {
        let time = Time.milliseconds(date)
        guard let session = try current(event, of: guide, by: walker, at: date, in: db) ?? begin(event, by: walker, at: date, in: db) else { return }
        switch event {
        case .opened:
            try reopen(session, by: walker, at: date, in: db)
            try add("opened", to: session, at: time, in: db)
        case .reached(let step):
            try reopen(session, by: walker, at: date, in: db)
            try db.run("UPDATE helpSession SET furthest = ? WHERE id = ?", [step, session])
            try add("reached", to: session, at: time, step: step, in: db)
        case .stuck(let step, let trouble): try add("stuck", to: session, at: time, step: step, trouble: trouble, in: db)
        case .askedForHuman(let step): try add("human", to: session, at: time, step: step, in: db)
        case .closed(let outcome): try close(session, outcome, at: time, in: db)
        }
    }

    static func close(_ session: Int64, _ outcome: HelpSession.Outcome, at time: Int64, in db: GRDB.Database) throws {
        try db.run("UPDATE helpSession SET closedAt = ?, outcome = ?, lastAt = ? WHERE id = ?", [time, outcome.rawValue, time, session])
        try add("closed", to: session, at: time, outcome: outcome, in: db)
        try DeadlineStore.drop([.sessionAsks, .sessionEnds], of: session, in: db)
    }

    /// Closes a session that was left open; one that has gone on since `silentSince` gets as much time again.
    static func end(_ session: Int64, _ outcome: HelpSession.Outcome, silentSince: Date?, at date: Date, in db: GRDB.Database) throws {
        guard let row = try db.row("SELECT lastAt, person FROM helpSession WHERE id = ? AND closedAt IS NULL", [session]) else { return }
        let last = Time.date(row["lastAt"])
        if let silentSince, last > silentSince {
            guard let person: Int64 = row["person"] else { return }
            let next = date.addingTimeInterval(last.timeIntervalSince(silentSince))
            return try DeadlineStore.set(Deadline(.sessionEnds, of: session), at: next, for: person, in: db)
        }
        try close(session, outcome, at: Time.milliseconds(date), in: db)
    }

    /// The member's relayed sessions that are still open, the newest first.
    static func open(of member: Int64, in db: GRDB.Database) throws -> [MemberHere.OpenSession] {
        try db.rows(
            "SELECT id, guide, openedAt FROM helpSession WHERE member = ? AND closedAt IS NULL AND kind = 'relayed' ORDER BY id DESC LIMIT 20",
            [member]
        ).compactMap { row in
            guard let guide: String = row["guide"] else { return nil }
            return MemberHere.OpenSession(number: row["id"], guide: guide, openedAt: Time.date(row["openedAt"]))
        }
    }

    private static func reopen(_ session: Int64, by walker: Walker, at date: Date, in db: GRDB.Database) throws {
        let wasClosed = try db.row("SELECT 1 FROM helpSession WHERE id = ? AND closedAt IS NOT NULL", [session]) != nil
        try db.run("UPDATE helpSession SET closedAt = NULL, outcome = NULL, lastAt = ? WHERE id = ?", [Time.milliseconds(date), session])
        if wasClosed { try setDeadline(of: session, by: walker, at: date, in: db) }
    }

    private static func setDeadline(of session: Int64, by walker: Walker, at date: Date, in db: GRDB.Database) throws {
        let isMembers = walker.member != nil
        let deadline = Deadline(isMembers ? .sessionAsks : .sessionEnds, of: session)
        let due = isMembers ? HelpSession.evening(after: date) : date + HelpSession.silence
        try DeadlineStore.set(deadline, at: due, for: walker.person, in: db)
    }

    /// A member who asks anew on another day asks for somebody else: that is another help.
    private static func current(_ event: HelpSession.Event, of guide: String, by walker: Walker, at date: Date, in db: GRDB.Database) throws -> Int64?
    {
        let kind = walker.member == nil ? HelpSession.Kind.alone : .relayed
        let isAnew = if case .opened = event { walker.member != nil } else { false }
        let row = try db.row(
            """
            SELECT id FROM helpSession
            WHERE person = ? AND guide = ? AND kind = ? AND withdrawnAt IS NULL
                AND (closedAt IS NULL OR outcome = 'unknown' AND NOT ? OR outcome = 'left' AND day = ?)
            ORDER BY id DESC LIMIT 1
            """,
            [walker.person, guide, kind.rawValue, isAnew, Time.day(date)]
        )
        return row?["id"]
    }

    private static func begin(_ event: HelpSession.Event, by walker: Walker, at date: Date, in db: GRDB.Database) throws -> Int64? {
        guard case .opened(let guide, let revision) = event else { return nil }
        let time = Time.milliseconds(date)
        let isMembers = walker.member != nil
        let row = try db.row(
            """
            INSERT INTO helpSession (kind, person, member, team, channel, guide, revision, openedAt, day, lastAt)
            VALUES (?, ?, ?, coalesce(\(TeamStore.ownTeam), (SELECT team FROM person WHERE id = ?)), ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                (isMembers ? HelpSession.Kind.relayed : .alone).rawValue, walker.person, walker.member, walker.member, walker.person, walker.channel,
                guide, revision, time, Time.day(date), time,
            ]
        )
        guard let session: Int64 = row?["id"] else { return nil }
        try setDeadline(of: session, by: walker, at: date, in: db)
        return session
    }

    static func add(
        _ kind: String, to session: Int64, at time: Int64, step: String? = nil, trouble: Int? = nil, outcome: HelpSession.Outcome? = nil,
        entry: HelpEntry? = nil, in db: GRDB.Database
    ) throws {
        try db.run(
            "INSERT INTO helpSessionEvent (session, at, kind, step, trouble, outcome, entry) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [session, time, kind, step, trouble, outcome?.rawValue, try entry.map { try JSON.text($0) }]
        )
    }
}
