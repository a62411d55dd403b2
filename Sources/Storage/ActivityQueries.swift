/// The report's SQL. Each query reads rows of one team's tallies, or a stretch of less than a month by the index on the day.
extension ActivityStore {
    private static let sums = "sum(sessions) AS sessions, sum(people) AS people, sum(activated) AS activated"

    /// What was not withdrawn on the days that are in no whole month of the period. Two stretches, each found by the index.
    private static func edges(_ columns: String, _ condition: String) -> String {
        ["before", "after"].map { stretch in
            """
            SELECT \(columns), 1 AS sessions, people, activated FROM helpSession INDEXED BY helpSession_counted
            WHERE withdrawnAt IS NULL AND day BETWEEN :\(stretch) AND :\(stretch)End AND \(condition)
            """
        }.joined(separator: " UNION ALL ")
    }

    /// The team that reports and all below it, or it alone (`:own` is 1).
    private static let reporting = "SELECT team FROM teamAbove WHERE above = :team AND (:own = 0 OR team = :team)"
    private static let isBelow = "coalesce(team, '') IN (\(reporting))"

    /// What the teams right below hold with all below them: taken away where the team reports alone.
    private static let takenAway = "team IN (SELECT code FROM team WHERE :own = 1 AND parent = :team)"

    static let counts = """
        SELECT kind, guide, outcome, \(sums) FROM (
            SELECT kind, guide, outcome, sessions, people, activated FROM tally
            WHERE team = :team AND month BETWEEN :firstMonth AND :lastMonth AND isLate = 0
            UNION ALL SELECT kind, guide, outcome, -sessions, -people, -activated FROM tally
            WHERE \(takenAway) AND month BETWEEN :firstMonth AND :lastMonth AND isLate = 0
            UNION ALL \(edges("kind, coalesce(guide, ''), coalesce(outcome, 'open')", isBelow))
        ) GROUP BY kind, guide, outcome HAVING sum(sessions) <> 0 ORDER BY kind, guide, outcome
        """

    static let late = """
        SELECT month, kind, \(sums) FROM (
            SELECT month, kind, sessions, people, activated FROM tally
            WHERE team = :team AND month BETWEEN :firstMonth AND :lastMonth AND isLate = 1
            UNION ALL SELECT month, kind, -sessions, -people, -activated FROM tally
            WHERE \(takenAway) AND month BETWEEN :firstMonth AND :lastMonth AND isLate = 1
        )
        GROUP BY month, kind HAVING sum(sessions) <> 0 OR sum(people) <> 0 OR sum(activated) <> 0 ORDER BY month, kind
        """

    /// The teams right below, those that logged nothing too.
    static let below = """
        WITH child AS (SELECT code, name FROM team WHERE parent IS nullif(:team, '') AND :own = 0),
        counted AS (
            SELECT team, kind, \(sums) FROM (
                SELECT team, kind, sessions, people, activated FROM tally
                WHERE team IN (SELECT code FROM child) AND month BETWEEN :firstMonth AND :lastMonth AND isLate = 0
                UNION ALL SELECT above, kind, sessions, people, activated FROM (\(edges("team AS place, kind", isBelow))) JOIN teamAbove
                    ON teamAbove.team = place AND above IN (SELECT code FROM child)
            ) GROUP BY team, kind HAVING sum(sessions) <> 0
        )
        SELECT code, name, kind, coalesce(sessions, 0) AS sessions, coalesce(people, 0) AS people, coalesce(activated, 0) AS activated
        FROM child LEFT JOIN counted ON counted.team = code ORDER BY code, kind
        """

    static let members = """
        SELECT member.code, member.name, counted.team, kind, \(sums) FROM (
            SELECT team, member, kind, sessions, people, activated FROM memberTally
            WHERE team IN (\(reporting)) AND month BETWEEN :firstMonth AND :lastMonth AND isLate = 0
            UNION ALL \(edges("coalesce(team, ''), member, kind", "member IS NOT NULL AND " + isBelow))
        ) AS counted JOIN member ON member.id = counted.member
        GROUP BY counted.team, counted.member, kind HAVING sum(sessions) <> 0 ORDER BY counted.team, member.name, member.code, kind
        """

    static let levels = """
        SELECT depth, count(*) AS teams, sum(members) AS members FROM (
            SELECT (SELECT count(*) FROM teamAbove AS higher WHERE higher.team = teamAbove.team) AS depth,
                (SELECT count(DISTINCT member) FROM post WHERE post.team = teamAbove.team) AS members
            FROM teamAbove WHERE above = :team AND team <> '' AND (:own = 0 OR team = :team)
        ) GROUP BY depth ORDER BY depth
        """

    static let memberTotal = """
        SELECT count(DISTINCT member) AS members FROM teamAbove JOIN post ON post.team = teamAbove.team
        WHERE above = :team AND (:own = 0 OR teamAbove.team = :team)
        """

    static let handOvers = """
        SELECT count(*) AS opened, count(*) FILTER (WHERE state = 'closed') AS closed, count(*) FILTER (WHERE outcome = 'solved') AS solved,
            count(*) FILTER (WHERE rung > 0) AS climbed
        FROM handOver WHERE openedAt >= :opened AND openedAt < :openedEnd AND team IN (\(reporting))
        """

    static let questions = """
        SELECT sum(questions) AS asked, sum(questions) FILTER (WHERE decision = 'clarify') AS unclear,
            sum(questions) FILTER (WHERE decision = 'unknown') AS unanswered
        FROM (
            SELECT decision, questions FROM questionTally WHERE team = :team AND day BETWEEN :from AND :to
            UNION ALL SELECT decision, -questions FROM questionTally WHERE \(takenAway) AND day BETWEEN :from AND :to
        )
        """

    static let difficulties = """
        SELECT difficulty, count(*) AS times, max(day) AS lastDay FROM helpSession
        WHERE difficulty IS NOT NULL AND withdrawnAt IS NULL AND day BETWEEN :from AND :to AND \(isBelow)
        GROUP BY difficulty ORDER BY times DESC, lastDay DESC, difficulty LIMIT 50
        """

    /// All of them, for the proof that each uses its index.
    static let all = [
        "counts": counts, "late": late, "below": below, "members": members, "levels": levels, "memberTotal": memberTotal,
        "handOvers": handOvers, "questions": questions, "difficulties": difficulties,
    ]
}
