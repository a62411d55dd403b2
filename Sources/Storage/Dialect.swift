import GRDB
import Vietnamese

/// What only SQLite understands. Everything else in this room is SQL that PostgreSQL reads as well.
enum Dialect {
    /// For every connection, before anything else.
    static func prepare(_ db: GRDB.Database) throws {
        // What is deleted is overwritten: a person's words must not stay in free pages (promise 5).
        try db.execute(sql: "PRAGMA secure_delete = ON")
        // Each turn's savepoint keeps the pages as they were: in memory, else in files outside of the data folder, which holds texts
        // where nobody looks for them, and was the greater part of all that a turn wrote.
        try db.execute(sql: "PRAGMA temp_store = MEMORY")
        // SQLite's own folding leaves đ alone; the triggers of the search index fold with ours.
        db.add(function: DatabaseFunction("folded", argumentCount: 1, pure: true) { String.fromDatabaseValue($0[0]).map(Folding.fold) })
    }

    /// The words of the log's texts, folded, kept by triggers so that no store can forget one.
    static func addSearch(_ db: GRDB.Database) throws {
        func words(_ row: String) -> String {
            ["place", "difficulty", "note"].map { "coalesce(\(row).\($0), '')" }.joined(separator: " || ' ' || ")
        }
        func hasText(_ row: String) -> String { "coalesce(\(row).place, \(row).difficulty, \(row).note) IS NOT NULL" }
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE helpText USING fts5 (words);
                INSERT INTO helpText (rowid, words) SELECT id, folded(\(words("helpSession"))) FROM helpSession WHERE \(hasText("helpSession"));
                CREATE TRIGGER helpText_added AFTER INSERT ON helpSession WHEN \(hasText("new")) BEGIN
                    INSERT INTO helpText (rowid, words) VALUES (new.id, folded(\(words("new"))));
                END;
                CREATE TRIGGER helpText_changed AFTER UPDATE OF place, difficulty, note ON helpSession BEGIN
                    DELETE FROM helpText WHERE rowid = old.id;
                    INSERT INTO helpText (rowid, words) SELECT new.id, folded(\(words("new"))) WHERE \(hasText("new"));
                END;
                CREATE TRIGGER helpText_gone AFTER DELETE ON helpSession WHEN \(hasText("old")) BEGIN
                    DELETE FROM helpText WHERE rowid = old.id;
                END;
                """)
    }

    /// Compares with each text of a list, which is one argument made by ``list(_:)``, however long.
    static let isListed = "IN (SELECT value FROM json_each(?))"

    static func list(_ texts: some Collection<String>) throws -> String { try JSON.text(Array(texts).sorted()) }

    /// A condition on `helpSession.id`: its texts have all the words, each at least as the beginning of one.
    static let hasWords = "helpSession.id IN (SELECT rowid FROM helpText WHERE helpText MATCH ?)"

    /// What ``hasWords`` takes as its argument; nil where there is no word.
    static func wordQuery(_ text: String) -> String? {
        let words = Folding.fold(text).split(separator: " ").prefix(10)
        return words.isEmpty ? nil : words.map { "\"\($0)\"*" }.joined(separator: " ")
    }

    /// For the one writer, after GRDB has switched to WAL, which sets `synchronous` to NORMAL by itself: with NORMAL a power
    /// cut may undo commits that were already answered with 200 (promise 1).
    static func makeDurable(_ db: GRDB.Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
    }

    /// 2 is FULL.
    static func synchronous(_ db: GRDB.Database) throws -> Int? {
        try Int.fetchOne(db, sql: "PRAGMA synchronous")
    }
}

extension GRDB.Database {
    /// Executes one statement, which is compiled once and kept.
    func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }
}
