import Foundation
import GRDB
import HelpDesk

/// Help sessions and their courses. The log is append-only: what happened is an event, and the session's row is their sum.
enum HelpSessionStore {
    /// A citizen's own walk goes on. Where none is open, `opened` begins one; a walk that was left and is taken up again on
    /// the same day is the same help.
    static func apply(
        _ event: HelpSession.Event, of guide: String, person: Int64, channel: String, at date: Date, in db: GRDB.Database
    ) throws {
        let time = Time.milliseconds(date)
        guard
            let session = try current(of: guide, person: person, at: date, in: db) ?? begin(event, person: person, channel: channel, at: date, in: db)
        else { return }
        switch event {
        case .opened:
            try db.run("UPDATE helpSession SET closedAt = NULL, outcome = NULL, lastAt = ? WHERE id = ?", [time, session])
            try add("opened", to: session, at: time, in: db)
        case .reached(let step):
            try db.run("UPDATE helpSession SET furthest = ?, lastAt = ? WHERE id = ?", [step, time, session])
            try add("reached", to: session, at: time, step: step, in: db)
        case .stuck(let step, let trouble): try add("stuck", to: session, at: time, step: step, trouble: trouble, in: db)
        case .askedForHuman(let step): try add("human", to: session, at: time, step: step, in: db)
        case .closed(let outcome):
            try db.run(
                "UPDATE helpSession SET closedAt = ?, outcome = ?, lastAt = ? WHERE id = ?", [time, outcome.rawValue, time, session])
            try add("closed", to: session, at: time, outcome: outcome, in: db)
        }
    }

    private static func current(of guide: String, person: Int64, at date: Date, in db: GRDB.Database) throws -> Int64? {
        let row = try db.row(
            """
            SELECT id FROM helpSession
            WHERE person = ? AND guide = ? AND kind = 'self' AND (closedAt IS NULL OR outcome = 'left' AND day = ?)
            ORDER BY id DESC LIMIT 1
            """,
            [person, guide, Time.day(date)]
        )
        return row?["id"]
    }

    private static func begin(_ event: HelpSession.Event, person: Int64, channel: String, at date: Date, in db: GRDB.Database) throws -> Int64? {
        guard case .opened(let guide, let revision) = event else { return nil }
        let time = Time.milliseconds(date)
        let row = try db.row(
            """
            INSERT INTO helpSession (kind, person, channel, guide, revision, openedAt, day, lastAt) VALUES ('self', ?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """,
            [person, channel, guide, revision, time, Time.day(date), time]
        )
        return row?["id"]
    }

    private static func add(
        _ kind: String, to session: Int64, at time: Int64, step: String? = nil, trouble: Int? = nil, outcome: HelpSession.Outcome? = nil,
        in db: GRDB.Database
    ) throws {
        try db.run(
            "INSERT INTO helpSessionEvent (session, at, kind, step, trouble, outcome) VALUES (?, ?, ?, ?, ?, ?)",
            [session, time, kind, step, trouble, outcome?.rawValue]
        )
    }
}
