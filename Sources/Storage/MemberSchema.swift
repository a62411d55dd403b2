import GRDB

extension Schema {
    /// The log of what members give, hand-overs and timers.
    ///
    /// The log's table is made anew: SQLite changes no CHECK of a table that stands.
    static func addMembersWork(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE help (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL CHECK (kind IN ('self', 'relayed', 'given', 'handover')),
                    person INTEGER REFERENCES person (id) ON DELETE SET NULL,
                    member INTEGER REFERENCES member (id),
                    team TEXT REFERENCES team (code),
                    channel TEXT NOT NULL,
                    guide TEXT,
                    revision TEXT,
                    openedAt INTEGER NOT NULL,
                    day TEXT NOT NULL,
                    lastAt INTEGER NOT NULL,
                    furthest TEXT,
                    closedAt INTEGER,
                    outcome TEXT CHECK (outcome IN ('solved', 'unsolved', 'referred', 'left', 'unknown')),
                    people INTEGER NOT NULL DEFAULT 1 CHECK (people BETWEEN 1 AND 500),
                    activated INTEGER NOT NULL DEFAULT 0 CHECK (activated IN (0, 1)),
                    place TEXT,
                    difficulty TEXT,
                    note TEXT,
                    withdrawnAt INTEGER,
                    CHECK ((closedAt IS NULL) = (outcome IS NULL)),
                    CHECK ((kind = 'self') = (member IS NULL))
                ) STRICT;
                INSERT INTO help (id, kind, person, channel, guide, revision, openedAt, day, lastAt, furthest, closedAt, outcome, people)
                    SELECT id, kind, person, channel, guide, revision, openedAt, day, lastAt, furthest, closedAt, outcome, people
                    FROM helpSession WHERE kind = 'self';

                CREATE TABLE helpEvent (
                    id INTEGER PRIMARY KEY,
                    session INTEGER NOT NULL REFERENCES help (id) ON DELETE CASCADE,
                    at INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('opened', 'reached', 'stuck', 'human', 'closed', 'logged', 'changed', 'withdrawn')),
                    step TEXT,
                    trouble INTEGER,
                    outcome TEXT,
                    entry TEXT
                ) STRICT;
                INSERT INTO helpEvent (id, session, at, kind, step, trouble, outcome)
                    SELECT id, session, at, kind, step, trouble, outcome FROM helpSessionEvent;

                DROP TABLE helpSessionEvent;
                DROP TABLE helpSession;
                ALTER TABLE help RENAME TO helpSession;
                ALTER TABLE helpEvent RENAME TO helpSessionEvent;
                CREATE INDEX helpSession_person ON helpSession (person, guide, id);
                CREATE INDEX helpSession_day ON helpSession (day, kind);
                CREATE INDEX helpSession_member ON helpSession (member, day, id);
                CREATE INDEX helpSession_open ON helpSession (member, id) WHERE closedAt IS NULL;
                CREATE INDEX helpSessionEvent_session ON helpSessionEvent (session, id);

                ALTER TABLE team ADD COLUMN dutyHours TEXT;
                ALTER TABLE team ADD COLUMN foldedName TEXT;

                ALTER TABLE outbox ADD COLUMN author INTEGER;
                CREATE INDEX outbox_author ON outbox (author) WHERE author IS NOT NULL;

                CREATE TABLE handOver (
                    id INTEGER PRIMARY KEY,
                    citizen INTEGER REFERENCES person (id) ON DELETE SET NULL,
                    team TEXT NOT NULL REFERENCES team (code),
                    state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'closed')),
                    rung INTEGER NOT NULL CHECK (rung BETWEEN 0 AND 3),
                    guide TEXT,
                    step TEXT,
                    question TEXT,
                    openedAt INTEGER NOT NULL,
                    member INTEGER REFERENCES member (id),
                    claimant INTEGER REFERENCES person (id) ON DELETE SET NULL,
                    leaseUntil INTEGER,
                    session INTEGER REFERENCES helpSession (id),
                    telephone BLOB,
                    closedAt INTEGER,
                    outcome TEXT,
                    CHECK ((state = 'claimed') = (leaseUntil IS NOT NULL)),
                    CHECK ((state = 'closed') = (closedAt IS NOT NULL)),
                    CHECK (state <> 'closed' OR telephone IS NULL)
                ) STRICT;
                CREATE UNIQUE INDEX handOver_citizen ON handOver (citizen) WHERE state <> 'closed';
                CREATE INDEX handOver_claimant ON handOver (claimant) WHERE state = 'claimed';
                CREATE INDEX handOver_team ON handOver (team, state);

                CREATE TABLE deadline (
                    id INTEGER PRIMARY KEY,
                    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                    kind TEXT NOT NULL,
                    subject INTEGER NOT NULL,
                    dueAt INTEGER NOT NULL,
                    UNIQUE (kind, subject)
                ) STRICT;
                CREATE INDEX deadline_due ON deadline (dueAt);
                """
        )
    }
}
