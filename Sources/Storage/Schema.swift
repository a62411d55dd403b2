import GRDB

/// The schema, as named migrations that are only ever added to.
///
/// Times are milliseconds since 1970 in UTC; a `day` is the local day (Asia/Ho_Chi_Minh) as `2026-11-24`. Texts of people
/// stand in `utterance` and in the outbox only, so that deleting a person's texts leaves every count as it is.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("people, turns and replies") { db in
            try db.execute(
                sql: """
                    CREATE TABLE person (
                        id INTEGER PRIMARY KEY,
                        channel TEXT NOT NULL,
                        account TEXT NOT NULL,
                        name TEXT NOT NULL,
                        replies INTEGER NOT NULL DEFAULT 0 CHECK (replies >= 0),
                        firstSeenAt INTEGER NOT NULL,
                        lastSeenAt INTEGER NOT NULL,
                        UNIQUE (channel, account, name)
                    ) STRICT;

                    CREATE TABLE message (
                        channel TEXT NOT NULL,
                        account TEXT NOT NULL,
                        id TEXT NOT NULL,
                        receivedAt INTEGER NOT NULL,
                        PRIMARY KEY (channel, account, id)
                    ) STRICT, WITHOUT ROWID;

                    CREATE TABLE conversation (
                        person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                        state TEXT NOT NULL
                    ) STRICT;

                    CREATE TABLE utterance (
                        id INTEGER PRIMARY KEY,
                        person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                        afterReply INTEGER NOT NULL,
                        at INTEGER NOT NULL,
                        text TEXT NOT NULL
                    ) STRICT;
                    CREATE INDEX utterance_person ON utterance (person, id);

                    CREATE TABLE question (
                        id INTEGER PRIMARY KEY,
                        person INTEGER REFERENCES person (id) ON DELETE SET NULL,
                        utterance INTEGER REFERENCES utterance (id) ON DELETE SET NULL,
                        channel TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        day TEXT NOT NULL,
                        decision TEXT NOT NULL CHECK (decision IN ('answer', 'clarify', 'unknown')),
                        intent TEXT,
                        confidence REAL NOT NULL
                    ) STRICT;
                    CREATE INDEX question_person ON question (person);
                    CREATE INDEX question_utterance ON question (utterance);
                    CREATE INDEX question_day ON question (day, decision);

                    CREATE TABLE outbox (
                        id INTEGER PRIMARY KEY,
                        person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                        number INTEGER NOT NULL,
                        reply TEXT NOT NULL,
                        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given-up')),
                        queuedAt INTEGER NOT NULL,
                        UNIQUE (person, number)
                    ) STRICT;
                    """
            )
        }
        migrator.registerMigration("help sessions") { db in
            try db.execute(
                sql: """
                    CREATE TABLE helpSession (
                        id INTEGER PRIMARY KEY,
                        kind TEXT NOT NULL CHECK (kind IN ('self', 'relayed', 'given', 'handover')),
                        person INTEGER REFERENCES person (id) ON DELETE SET NULL,
                        channel TEXT NOT NULL,
                        guide TEXT NOT NULL,
                        revision TEXT NOT NULL,
                        openedAt INTEGER NOT NULL,
                        day TEXT NOT NULL,
                        lastAt INTEGER NOT NULL,
                        furthest TEXT,
                        closedAt INTEGER,
                        outcome TEXT CHECK (outcome IN ('solved', 'unsolved', 'left', 'unknown')),
                        people INTEGER NOT NULL DEFAULT 1 CHECK (people > 0),
                        CHECK ((closedAt IS NULL) = (outcome IS NULL))
                    ) STRICT;
                    CREATE INDEX helpSession_person ON helpSession (person, guide, id);
                    CREATE INDEX helpSession_day ON helpSession (day, kind);

                    CREATE TABLE helpSessionEvent (
                        id INTEGER PRIMARY KEY,
                        session INTEGER NOT NULL REFERENCES helpSession (id) ON DELETE CASCADE,
                        at INTEGER NOT NULL,
                        kind TEXT NOT NULL CHECK (kind IN ('opened', 'reached', 'stuck', 'human', 'closed')),
                        step TEXT,
                        trouble INTEGER,
                        outcome TEXT
                    ) STRICT;
                    CREATE INDEX helpSessionEvent_session ON helpSessionEvent (session, id);

                    CREATE TABLE guideRevision (
                        guide TEXT NOT NULL,
                        revision TEXT NOT NULL,
                        body TEXT NOT NULL,
                        PRIMARY KEY (guide, revision)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("failed turns and crashes") { db in
            try db.execute(
                sql: """
                    CREATE TABLE failedTurn (
                        id INTEGER PRIMARY KEY,
                        person INTEGER REFERENCES person (id) ON DELETE CASCADE,
                        channel TEXT NOT NULL,
                        account TEXT NOT NULL,
                        message TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        reason TEXT NOT NULL,
                        input TEXT,
                        replayedAt INTEGER
                    ) STRICT;
                    CREATE INDEX failedTurn_person ON failedTurn (person);

                    CREATE TABLE crash (
                        channel TEXT NOT NULL,
                        account TEXT NOT NULL,
                        message TEXT NOT NULL,
                        times INTEGER NOT NULL CHECK (times > 0),
                        PRIMARY KEY (channel, account, message)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("teams and members") { db in
            try db.execute(
                sql: """
                    CREATE TABLE team (
                        code TEXT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        parent TEXT REFERENCES team (code),
                        contact TEXT,
                        address TEXT,
                        CHECK (parent IS NULL OR parent <> code)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX team_parent ON team (parent);

                    CREATE TABLE member (
                        id INTEGER PRIMARY KEY,
                        code TEXT NOT NULL UNIQUE,
                        name TEXT NOT NULL,
                        telephone TEXT,
                        leftAt INTEGER
                    ) STRICT;

                    CREATE TABLE post (
                        team TEXT NOT NULL REFERENCES team (code),
                        member INTEGER NOT NULL REFERENCES member (id),
                        role TEXT NOT NULL CHECK (role IN ('member', 'leader', 'coordinator', 'administrator')),
                        PRIMARY KEY (team, member, role)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX post_member ON post (member);

                    CREATE TABLE invite (
                        digest TEXT NOT NULL PRIMARY KEY,
                        member INTEGER NOT NULL REFERENCES member (id),
                        expiresAt INTEGER NOT NULL,
                        usedAt INTEGER
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX invite_member ON invite (member);

                    CREATE TABLE account (
                        person INTEGER NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                        member INTEGER NOT NULL REFERENCES member (id),
                        since INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX account_member ON account (member);

                    ALTER TABLE person ADD COLUMN team TEXT REFERENCES team (code);
                    """
            )
        }
        migrator.registerMigration("members' work", migrate: addMembersWork)
        migrator.registerMigration("delivery", migrate: addDelivery)
        migrator.registerMigration("coordinators' pages", migrate: addPages)
        migrator.registerMigration("tallies", migrate: addTallies)
        migrator.registerMigration("phrases", migrate: addPhrases)
        return migrator
    }
}
