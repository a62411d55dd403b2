import GRDB

/// The accounts of those who have a post.
enum AccountStore {
    static func all(in db: GRDB.Database) throws -> [MemberAccount] {
        try db.rows(
            """
            SELECT member.code, person.channel, person.lastSeenAt, person.unreachableSince IS NOT NULL OR person.name LIKE 'ended:%' AS isGone
            FROM account JOIN member ON member.id = account.member JOIN person ON person.id = account.person
            WHERE member.leftAt IS NULL ORDER BY member.code, person.channel, person.id
            """
        ).map { row in
            MemberAccount(member: row["code"], channel: row["channel"], lastSeenAt: Time.date(row["lastSeenAt"]), isGone: row["isGone"])
        }
    }
}

extension Store {
    /// All accounts of members, by the members' codes.
    public func memberAccounts() async throws -> [MemberAccount] {
        try await pool.read { db in try AccountStore.all(in: db) }
    }
}
