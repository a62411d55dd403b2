import Dialogue
import Foundation
import GRDB
import HelpDesk

/// Turns that failed and wait for `tungngo replay`.
enum FailedTurnStore {
    static func add(_ turn: Turn, person: Int64, reason: String, in db: GRDB.Database) throws {
        try db.run(
            "INSERT INTO failedTurn (person, channel, account, message, at, reason, input) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                person, turn.address.channel, turn.address.account, turn.message, Time.milliseconds(turn.event.at), reason,
                try JSON.text(FailedTurn.Input(turn.event.input)),
            ]
        )
    }

    static func all(in db: GRDB.Database) throws -> [FailedTurn] {
        try db.rows(
            """
            SELECT failedTurn.id, failedTurn.channel, failedTurn.account, person.name, message, at, reason, input
            FROM failedTurn JOIN person ON person.id = failedTurn.person
            WHERE replayedAt IS NULL AND input IS NOT NULL ORDER BY failedTurn.id
            """
        ).map { row in
            FailedTurn(
                id: row["id"], address: PersonAddress(channel: row["channel"], account: row["account"], name: row["name"]), message: row["message"],
                at: Time.date(row["at"]), reason: row["reason"], input: try JSON.value(FailedTurn.Input.self, row["input"])
            )
        }
    }

    static func markReplayed(_ id: Int64, at date: Date, in db: GRDB.Database) throws {
        try db.run("UPDATE failedTurn SET replayedAt = ? WHERE id = ?", [Time.milliseconds(date), id])
    }
}
