import GRDB

extension Schema {
    /// What coordinators add to the catalogue, and the questions that they set aside (as marks, without their words).
    static func addPhrases(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE phrase (
                    id INTEGER PRIMARY KEY,
                    change TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'returned', 'undone')),
                    proposer INTEGER NOT NULL REFERENCES member (id),
                    proposedAt INTEGER NOT NULL,
                    decider INTEGER REFERENCES member (id),
                    decidedAt INTEGER,
                    word TEXT
                ) STRICT;
                CREATE INDEX phrase_state ON phrase (state, id);

                CREATE TABLE dismissal (
                    mark INTEGER NOT NULL,
                    member INTEGER NOT NULL REFERENCES member (id),
                    isForAll INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (mark, member)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
