import GRDB

extension Schema {
    /// What the coordinators' pages stand on: one-time links, sessions of browsers, who looked at what, what was reviewed.
    static func addPages(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE loginLink (
                    id INTEGER PRIMARY KEY,
                    digest TEXT NOT NULL UNIQUE,
                    member INTEGER NOT NULL REFERENCES member (id),
                    expiresAt INTEGER NOT NULL,
                    usedAt INTEGER,
                    sealed BLOB,
                    CHECK (usedAt IS NULL OR sealed IS NULL)
                ) STRICT;
                CREATE INDEX loginLink_member ON loginLink (member);

                CREATE TABLE webSession (
                    id INTEGER PRIMARY KEY,
                    digest TEXT NOT NULL UNIQUE,
                    member INTEGER NOT NULL REFERENCES member (id),
                    device TEXT NOT NULL,
                    openedAt INTEGER NOT NULL,
                    lastAt INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX webSession_member ON webSession (member);

                CREATE TABLE audit (
                    id INTEGER PRIMARY KEY,
                    at INTEGER NOT NULL,
                    member INTEGER NOT NULL REFERENCES member (id),
                    action TEXT NOT NULL,
                    subjects TEXT NOT NULL
                ) STRICT;
                CREATE INDEX audit_member ON audit (member, at);

                CREATE TABLE review (
                    id INTEGER PRIMARY KEY,
                    session INTEGER NOT NULL REFERENCES helpSession (id) ON DELETE CASCADE,
                    state TEXT NOT NULL CHECK (state IN ('open', 'reviewed', 'again')),
                    note TEXT,
                    member INTEGER NOT NULL REFERENCES member (id),
                    at INTEGER NOT NULL,
                    batch INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX review_session ON review (session, id);
                CREATE INDEX review_batch ON review (batch);

                CREATE TABLE reviewState (
                    session INTEGER NOT NULL PRIMARY KEY REFERENCES helpSession (id) ON DELETE CASCADE,
                    state TEXT NOT NULL CHECK (state IN ('reviewed', 'again'))
                ) STRICT;

                UPDATE helpSession SET team = (SELECT person.team FROM person WHERE person.id = helpSession.person)
                    WHERE kind = 'self' AND person IS NOT NULL;
                CREATE INDEX helpSession_log ON helpSession (day, id, team);
                CREATE INDEX helpSession_team ON helpSession (team, day, id);
                CREATE INDEX helpSession_guide ON helpSession (guide, day, id);
                CREATE INDEX helpSession_given ON helpSession (team, day) WHERE member IS NOT NULL AND withdrawnAt IS NULL;
                CREATE INDEX helpSession_tally ON helpSession (day, kind, outcome, team, people, withdrawnAt, member);
                CREATE INDEX failedTurn_waiting ON failedTurn (id) WHERE replayedAt IS NULL;
                """
        )
        try Dialect.addSearch(db)
    }
}
