import GRDB

extension Schema {
    /// Sums that are kept in the same transaction as the log, by triggers, so that no way past the stores misses them.
    ///
    /// - `teamAbove`: each team with itself, all teams above it, and `''`, which stands for the whole organisation.
    /// - `tally`: by month of help, for a team **and all below it**: reading a team's year costs the same however much was logged.
    /// - `memberTally`: a member's own, by month and the team it was counted with.
    /// - `questionTally`: by day, for the team of whoever asked and all above it. What is deleted after the retention time stays counted.
    /// - `closedMonth`: months that no longer move. What is logged, corrected or withdrawn for a closed month goes into rows of
    ///   their own (`isLate`), so the others cannot change; their figures may be negative.
    ///
    /// Where a team moves below another, what was counted in months that are not closed moves with it.
    static func addTallies(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE teamAbove (
                    team TEXT NOT NULL,
                    above TEXT NOT NULL,
                    PRIMARY KEY (team, above)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX teamAbove_above ON teamAbove (above, team);

                CREATE TABLE closedMonth (
                    month TEXT NOT NULL PRIMARY KEY,
                    closedAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE tally (
                    team TEXT NOT NULL,
                    month TEXT NOT NULL,
                    isLate INTEGER NOT NULL CHECK (isLate IN (0, 1)),
                    kind TEXT NOT NULL,
                    guide TEXT NOT NULL,
                    outcome TEXT NOT NULL,
                    sessions INTEGER NOT NULL,
                    people INTEGER NOT NULL,
                    activated INTEGER NOT NULL,
                    PRIMARY KEY (team, month, isLate, kind, guide, outcome)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE memberTally (
                    team TEXT NOT NULL,
                    month TEXT NOT NULL,
                    isLate INTEGER NOT NULL CHECK (isLate IN (0, 1)),
                    member INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    sessions INTEGER NOT NULL,
                    people INTEGER NOT NULL,
                    activated INTEGER NOT NULL,
                    PRIMARY KEY (team, month, isLate, member, kind)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE questionTally (
                    team TEXT NOT NULL,
                    day TEXT NOT NULL,
                    decision TEXT NOT NULL,
                    questions INTEGER NOT NULL,
                    PRIMARY KEY (team, day, decision)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE reportText (
                    team TEXT NOT NULL,
                    field TEXT NOT NULL CHECK (field IN ('direction', 'results', 'difficulties', 'proposals', 'plans')),
                    text TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (team, field)
                ) STRICT, WITHOUT ROWID;

                CREATE INDEX helpSession_counted ON helpSession (day, team, kind, guide, outcome, member, people, activated, withdrawnAt)
                    WHERE withdrawnAt IS NULL;
                CREATE INDEX helpSession_difficulty ON helpSession (day, team) WHERE difficulty IS NOT NULL AND withdrawnAt IS NULL;
                CREATE INDEX handOver_opened ON handOver (openedAt, team, state, outcome, rung);

                INSERT INTO teamAbove (team, above)
                    WITH RECURSIVE tree (team, above) AS (
                        SELECT code, code FROM team
                        UNION SELECT tree.team, team.parent FROM tree JOIN team ON team.code = tree.above WHERE team.parent IS NOT NULL
                    )
                    SELECT team, above FROM tree UNION SELECT code, '' FROM team UNION SELECT '', '';

                \(teamTriggers)
                \(sessionTriggers)

                CREATE TRIGGER question_counted AFTER INSERT ON question BEGIN
                    INSERT INTO questionTally (team, day, decision, questions)
                    SELECT above, NEW.day, NEW.decision, 1 FROM teamAbove WHERE team = coalesce(
                        (SELECT team FROM person WHERE id = NEW.person),
                        (SELECT post.team FROM account JOIN post ON post.member = account.member WHERE account.person = NEW.person
                            ORDER BY post.team LIMIT 1),
                        '')
                    ON CONFLICT DO UPDATE SET questions = questions + 1;
                END;

                INSERT INTO tally (team, month, isLate, kind, guide, outcome, sessions, people, activated)
                    SELECT above, substr(day, 1, 7), 0, kind, coalesce(guide, ''), coalesce(outcome, 'open'), count(*), sum(people), sum(activated)
                    FROM helpSession JOIN teamAbove ON teamAbove.team = coalesce(helpSession.team, '')
                    WHERE withdrawnAt IS NULL GROUP BY 1, 2, 4, 5, 6;
                INSERT INTO memberTally (team, month, isLate, member, kind, sessions, people, activated)
                    SELECT coalesce(team, ''), substr(day, 1, 7), 0, member, kind, count(*), sum(people), sum(activated)
                    FROM helpSession WHERE withdrawnAt IS NULL AND member IS NOT NULL GROUP BY 1, 2, 4, 5;
                INSERT INTO questionTally (team, day, decision, questions)
                    SELECT above, day, decision, count(*) FROM question LEFT JOIN person ON person.id = question.person
                    JOIN teamAbove ON teamAbove.team = coalesce(
                        person.team,
                        (SELECT post.team FROM account JOIN post ON post.member = account.member WHERE account.person = question.person
                            ORDER BY post.team LIMIT 1),
                        '')
                    GROUP BY 1, 2, 3;
                """
        )
    }

    /// Whether a day's month is closed, as a value of `isLate`.
    private static func isLate(_ day: String) -> String {
        "substr(\(day), 1, 7) IN (SELECT month FROM closedMonth)"
    }

    /// Adds (`sign` +) or takes away (-) a session's row, which is `NEW` or `OLD`.
    private static func count(_ row: String, _ sign: String) -> String {
        """
        INSERT INTO tally (team, month, isLate, kind, guide, outcome, sessions, people, activated)
        SELECT above, substr(\(row).day, 1, 7), \(isLate("\(row).day")), \(row).kind, coalesce(\(row).guide, ''), coalesce(\(row).outcome, 'open'),
            \(sign)1, \(sign)\(row).people, \(sign)\(row).activated
        FROM teamAbove WHERE team = coalesce(\(row).team, '') AND \(row).withdrawnAt IS NULL
        ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions, people = people + excluded.people,
            activated = activated + excluded.activated;
        INSERT INTO memberTally (team, month, isLate, member, kind, sessions, people, activated)
        SELECT coalesce(\(row).team, ''), substr(\(row).day, 1, 7), \(isLate("\(row).day")), \(row).member, \(row).kind,
            \(sign)1, \(sign)\(row).people, \(sign)\(row).activated
        WHERE \(row).member IS NOT NULL AND \(row).withdrawnAt IS NULL
        ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions, people = people + excluded.people,
            activated = activated + excluded.activated;
        """
    }

    private static var sessionTriggers: String {
        let counted = ["day", "team", "member", "kind", "guide", "outcome", "people", "activated", "withdrawnAt"]
        let (old, new) = (counted.map { "OLD.\($0)" }.joined(separator: ", "), counted.map { "NEW.\($0)" }.joined(separator: ", "))
        return """
            CREATE TRIGGER helpSession_added AFTER INSERT ON helpSession BEGIN
                \(count("NEW", "+"))
            END;
            CREATE TRIGGER helpSession_changed AFTER UPDATE ON helpSession WHEN (\(old)) IS NOT (\(new)) BEGIN
                \(count("OLD", "-"))
                \(count("NEW", "+"))
            END;
            CREATE TRIGGER helpSession_deleted AFTER DELETE ON helpSession BEGIN
                \(count("OLD", "-"))
            END;
            """
    }

    /// What a team's rows hold, for all teams above it but itself and the whole.
    private static func move(_ sign: String) -> String {
        """
        INSERT INTO tally (team, month, isLate, kind, guide, outcome, sessions, people, activated)
        SELECT teamAbove.above, month, isLate, kind, guide, outcome, \(sign)sessions, \(sign)people, \(sign)activated
        FROM tally JOIN teamAbove ON teamAbove.team = NEW.code AND teamAbove.above NOT IN (NEW.code, '')
        WHERE tally.team = NEW.code AND month NOT IN (SELECT month FROM closedMonth)
        ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions, people = people + excluded.people,
            activated = activated + excluded.activated;
        INSERT INTO questionTally (team, day, decision, questions)
        SELECT teamAbove.above, day, decision, \(sign)questions
        FROM questionTally JOIN teamAbove ON teamAbove.team = NEW.code AND teamAbove.above NOT IN (NEW.code, '')
        WHERE questionTally.team = NEW.code AND substr(day, 1, 7) NOT IN (SELECT month FROM closedMonth)
        ON CONFLICT DO UPDATE SET questions = questions + excluded.questions;
        """
    }

    private static var teamTriggers: String {
        """
        CREATE TRIGGER team_added AFTER INSERT ON team BEGIN
            INSERT INTO teamAbove (team, above)
                SELECT NEW.code, above FROM teamAbove WHERE team = NEW.parent UNION SELECT NEW.code, NEW.code UNION SELECT NEW.code, '';
        END;
        CREATE TRIGGER team_moved AFTER UPDATE OF parent ON team WHEN OLD.parent IS NOT NEW.parent BEGIN
            \(move("-"))
            DELETE FROM teamAbove WHERE team IN (SELECT team FROM teamAbove WHERE above = NEW.code)
                AND above IN (SELECT above FROM teamAbove WHERE team = NEW.code AND above NOT IN (NEW.code, ''));
            INSERT INTO teamAbove (team, above)
                SELECT below.team, higher.above FROM teamAbove AS below JOIN teamAbove AS higher
                WHERE below.above = NEW.code AND higher.team = NEW.parent AND higher.above <> '';
            \(move("+"))
        END;
        CREATE TRIGGER team_deleted AFTER DELETE ON team BEGIN
            DELETE FROM teamAbove WHERE team = OLD.code;
        END;
        """
    }
}
