import GRDB

extension Schema {
    /// Delivery: what an outbox row has behind it, and one row of `delivery` for each person who has something to get.
    ///
    /// The lease is on the person: so there is one send in flight a person, and their order is kept, by the schema itself. Web
    /// pages read their replies themselves and never have a delivery.
    static func addDelivery(_ db: GRDB.Database) throws {
        if try !db.columns(in: "person").contains(where: { $0.name == "unreachableSince" }) {
            try db.execute(sql: "ALTER TABLE person ADD COLUMN unreachableSince INTEGER")
        }
        try db.execute(
            sql: """
                ALTER TABLE person ADD COLUMN freeAt INTEGER NOT NULL DEFAULT 0;

                ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'answer' CHECK (kind IN ('answer', 'message', 'announcement'));
                ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE outbox ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE outbox ADD COLUMN plainFrom INTEGER;
                ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE outbox ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE outbox ADD COLUMN lastError TEXT;
                ALTER TABLE outbox ADD COLUMN endedAt INTEGER;
                CREATE INDEX outbox_waiting ON outbox (person, priority, number) WHERE state = 'waiting';
                CREATE INDEX outbox_given_up ON outbox (id) WHERE state = 'given-up';

                CREATE TABLE delivery (
                    id INTEGER PRIMARY KEY,
                    person INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
                    channel TEXT NOT NULL,
                    account TEXT NOT NULL,
                    priority INTEGER NOT NULL,
                    dueAt INTEGER NOT NULL,
                    leased INTEGER,
                    leasedUntil INTEGER,
                    CHECK ((leased IS NULL) = (leasedUntil IS NULL))
                ) STRICT;
                CREATE INDEX delivery_due ON delivery (channel, account, priority, dueAt, id) WHERE leasedUntil IS NULL;
                CREATE INDEX delivery_leased ON delivery (channel, account, leasedUntil) WHERE leasedUntil IS NOT NULL;
                INSERT INTO delivery (person, channel, account, priority, dueAt)
                    SELECT DISTINCT person.id, channel, account, 0, 0 FROM person JOIN outbox ON outbox.person = person.id
                    WHERE channel <> 'web' AND state = 'waiting';

                CREATE TABLE channelStop (
                    channel TEXT NOT NULL,
                    account TEXT NOT NULL,
                    since INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    PRIMARY KEY (channel, account)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE secret (
                    name TEXT NOT NULL PRIMARY KEY,
                    sealed BLOB NOT NULL,
                    changedAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
