import GRDB
import HelpDesk

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
                INSERT INTO team (code, name, parent, contact, address) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent = excluded.parent, contact = excluded.contact, address = excluded.address
                WHERE (name, parent, contact, address) IS NOT (excluded.name, excluded.parent, excluded.contact, excluded.address)
                """,
                [team.code, team.name, team.parent, team.contact, team.address])
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
        try db.rows("SELECT code, name, parent, contact, address FROM team ORDER BY code").map(team)
    }

    static func team(_ code: String, in db: GRDB.Database) throws -> Team? {
        try db.row("SELECT code, name, parent, contact, address FROM team WHERE code = ?", [code]).map(team)
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

    /// A member who leaves loses posts, accounts and open invitations; what they logged stays theirs.
    /// - Returns: false where there is no such member.
    static func revoke(_ code: String, at time: Int64, in db: GRDB.Database) throws -> Bool {
        guard let id: Int64 = try db.row("SELECT id FROM member WHERE code = ? AND leftAt IS NULL", [code])?["id"] else { return false }
        try db.run("UPDATE member SET leftAt = ?, telephone = NULL WHERE id = ?", [time, id])
        for sql in [
            "DELETE FROM post WHERE member = ?", "DELETE FROM account WHERE member = ?", "DELETE FROM invite WHERE member = ? AND usedAt IS NULL",
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

    private static func team(_ row: Row) -> Team {
        Team(code: row["code"], name: row["name"], parent: row["parent"], contact: row["contact"], address: row["address"])
    }
}
