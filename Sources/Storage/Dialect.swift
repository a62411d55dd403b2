import GRDB

/// What only SQLite understands. Everything else in this room is SQL that PostgreSQL reads as well.
enum Dialect {
    /// For every connection, before anything else.
    static func prepare(_ db: GRDB.Database) throws {
        // What is deleted is overwritten: a person's words must not stay in free pages (promise 5).
        try db.execute(sql: "PRAGMA secure_delete = ON")
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
