import GRDB
import HelpDesk
import Vietnamese

/// Teams, members and their posts.
enum TeamStore {
    /// Takes a roster in; what it does not name stays as it is.
    /// - Returns: how many rows were new or changed; 0 where the same file was taken in before.
    static func take(_ roster: Roster, in db: GRDB.Database) throws -> Int {
        var changes = 0
        func run(_ sql: String, _ arguments: StatementArguments) throws {
            try db.run(sql, arguments)
            changes += db.changesCount
        }
        for team in roster.teams {
            try run(
                """
                INSERT INTO team (code, name, parent, contact, address, dutyHours, foldedName) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent = excluded.parent, contact = excluded.contact,
                    address = excluded.address, dutyHours = excluded.dutyHours, foldedName = excluded.foldedName
                WHERE (name, parent, contact, address, dutyHours, foldedName)
                    IS NOT (excluded.name, excluded.parent, excluded.contact, excluded.address, excluded.dutyHours, excluded.foldedName)
                """,
                [team.code, team.name, team.parent, team.contact, team.address, team.dutyHours?.text, Folding.fold(team.name)])
        }
        for member in roster.members {
            try run(
                """
                INSERT INTO member (code, name, telephone) VALUES (?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, telephone = excluded.telephone, leftAt = NULL
                WHERE (name, telephone, leftAt) IS NOT (excluded.name, excluded.telephone, NULL)
                """,
                [member.code, member.name, member.telephone])
        }
        for post in roster.posts {
            try run(
                "INSERT INTO post (team, member, role) SELECT ?, id, ? FROM member WHERE code = ? ON CONFLICT DO NOTHING",
                [post.team, post.role.rawValue, post.member])
        }
        return changes
    }

    /// In the order of their codes.
    static func teams(in db: GRDB.Database) throws -> [Team] {
        try db.rows("SELECT * FROM team ORDER BY code").map(team)
    }

    static func team(_ code: String, in db: GRDB.Database) throws -> Team? {
        try db.row("SELECT * FROM team WHERE code = ?", [code]).map(team)
    }

    /// Who has which post, those who left not among them; by team, then by name.
    static func posts(in db: GRDB.Database) throws -> [(member: Member, post: Post)] {
        try db.rows(
            """
            SELECT member.code, member.name, member.telephone, post.team, post.role FROM post JOIN member ON member.id = post.member
            WHERE member.leftAt IS NULL ORDER BY post.team, member.name, member.code, post.role
            """
        ).map { row in
            let member = Member(code: row["code"], name: row["name"], telephone: row["telephone"])
            return (member, Post(team: row["team"], member: member.code, role: Member.Role(rawValue: row["role"]) ?? .member))
        }
    }

    /// A member who leaves loses posts, accounts, open invitations and all sessions of browsers at once; what they logged stays
    /// theirs.
    /// - Returns: false where there is no such member.
    static func revoke(_ code: String, at time: Int64, in db: GRDB.Database) throws -> Bool {
        guard let id: Int64 = try db.row("SELECT id FROM member WHERE code = ? AND leftAt IS NULL", [code])?["id"] else { return false }
        try db.run("UPDATE member SET leftAt = ?, telephone = NULL WHERE id = ?", [time, id])
        try HandOverStore.release(of: id, at: time, in: db)
        for sql in [
            "DELETE FROM post WHERE member = ?", "DELETE FROM account WHERE member = ?", "DELETE FROM invite WHERE member = ? AND usedAt IS NULL",
            "DELETE FROM webSession WHERE member = ?", "DELETE FROM loginLink WHERE member = ?",
        ] {
            try db.run(sql, [id])
        }
        return true
    }

    /// The person chooses to belong to a team, so that a human of it can help them.
    static func bind(_ address: PersonAddress, to team: String, at time: Int64, in db: GRDB.Database) throws {
        try db.run(
            """
            INSERT INTO person (channel, account, name, firstSeenAt, lastSeenAt, team) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (channel, account, name) DO UPDATE SET team = excluded.team
            """,
            [address.channel, address.account, address.name, time, time, team])
    }

    /// The team that a person belongs to, as they read it; nil where the team says nothing of where to meet it.
    static func contact(of person: Int64, in db: GRDB.Database) throws -> Contact? {
        guard let row = try db.row("SELECT team.* FROM person JOIN team ON team.code = person.team WHERE person.id = ?", [person]) else { return nil }
        let team = team(row)
        guard let contact = team.contact else { return nil }
        return Contact(team: team.name, contact: contact, address: team.address ?? "")
    }

    /// A query for the team that a member, its one argument, is counted with.
    static let ownTeam = "(SELECT team FROM post WHERE member = ? ORDER BY team LIMIT 1)"

    /// A query for the team of a hand-over, its one argument, and all above it.
    static let teamsAbove = """
        WITH RECURSIVE above (code) AS (
            SELECT team FROM handOver WHERE id = ?
            UNION SELECT parent FROM team JOIN above ON team.code = above.code WHERE parent IS NOT NULL
        ) SELECT code FROM above
        """

    private static let mostFound = 20

    /// Teams whose names have all words of one of the names, in the order of the names; those higher up first. Where there are
    /// none, the name may be a village's together with its commune's.
    static func teams(named names: [[String]], in db: GRDB.Database) throws -> [Team] {
        let found = try teams(named: names, by: "foldedName", in: db)
        return try found.isEmpty ? teams(named: names, by: "foldedName || ' ' || coalesce(above, '')", in: db) : found
    }

    private static func teams(named names: [[String]], by name: String, in db: GRDB.Database) throws -> [Team] {
        var found: [Team] = []
        for words in names where !words.isEmpty && found.count < mostFound {
            let conditions = words.map { _ in "instr(' ' || \(name) || ' ', ' ' || ? || ' ') > 0" }.joined(separator: " AND ")
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM (
                        SELECT team.*, higher.name AS parentName, higher.foldedName AS above
                        FROM team LEFT JOIN team AS higher ON higher.code = team.parent
                    ) WHERE \(conditions) ORDER BY parent IS NOT NULL, length(code), code LIMIT \(mostFound)
                    """,
                arguments: StatementArguments(words))
            for team in rows.map(team) where !found.contains(where: { $0.code == team.code }) { found.append(team) }
        }
        return found
    }

    /// The codes of a team and of all below it.
    static func atOrBelow(_ team: String, in db: GRDB.Database) throws -> Set<String> {
        let rows = try db.rows(
            """
            WITH RECURSIVE below (code) AS (
                SELECT code FROM team WHERE code = ?
                UNION SELECT team.code FROM team JOIN below ON team.parent = below.code
            ) SELECT code FROM below
            """,
            [team])
        return Set(rows.map { $0["code"] })
    }

    static func teams(below parent: String, in db: GRDB.Database) throws -> [Team] {
        try db.rows("SELECT * FROM team WHERE parent = ? ORDER BY name, code", [parent]).map(team)
    }

    static func bind(_ person: Int64, to team: String, in db: GRDB.Database) throws {
        try db.run("UPDATE person SET team = coalesce((SELECT code FROM team WHERE code = upper(?)), team) WHERE id = ?", [team, person])
    }

    static func member(of person: Int64, in db: GRDB.Database) throws -> (id: Int64, name: String)? {
        let row = try db.row(
            "SELECT member.id, member.name FROM account JOIN member ON member.id = account.member WHERE account.person = ?", [person])
        return row.map { ($0["id"], $0["name"]) }
    }

    private static func team(_ row: Row) -> Team {
        Team(
            code: row["code"], name: row["name"], parent: row["parent"], parentName: row["parentName"], contact: row["contact"],
            address: row["address"],
            dutyHours: (row["dutyHours"] as String?).flatMap(DutyHours.init))
    }
}
