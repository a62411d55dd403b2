import GRDB

/// How often a message was under way when the process died.
enum CrashStore {
    static func record(_ keys: [Turn.MessageKey], in db: GRDB.Database) throws -> [Turn.MessageKey: Int] {
        for key in keys {
            try db.run(
                """
                INSERT INTO crash (channel, account, message, times) VALUES (?, ?, ?, 1)
                ON CONFLICT (channel, account, message) DO UPDATE SET times = times + 1
                """,
                [key.channel, key.account, key.message]
            )
        }
        let rows = try db.rows("SELECT channel, account, message, times FROM crash")
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (Turn.MessageKey(channel: row["channel"], account: row["account"], message: row["message"]), row["times"])
            })
    }

    static func clear(_ key: Turn.MessageKey, in db: GRDB.Database) throws {
        try db.run("DELETE FROM crash WHERE channel = ? AND account = ? AND message = ?", [key.channel, key.account, key.message])
    }
}
