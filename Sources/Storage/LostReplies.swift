public import Foundation
import GRDB
import HelpDesk

/// Replies that were given up, for who coordinates the person's team, and for administrators.
public struct LostReplies: Sendable {
    let store: Store

    /// What an outage made stale is no loss: the newer reply stands for it.
    private static let lost = "outbox.state = 'given-up' AND coalesce(lastError, '') NOT LIKE 'stale%'"
    private static let team = """
        coalesce((SELECT post.team FROM account JOIN post ON post.member = account.member WHERE account.person = person.id ORDER BY post.team LIMIT 1),
            person.team)
        """

    private static func condition(for member: SignedIn) throws -> Condition {
        member.scope.isAdministrator ? Condition("1") : try Condition.team(team, in: member.scope, isForCoordinators: true)
    }

    /// The newest first.
    public func list(for member: SignedIn, limit: Int) async throws -> [LostReply] {
        let condition = try Self.condition(for: member)
        return try await store.pool.read { db in
            try db.rows(
                """
                SELECT outbox.id, channel, coalesce(endedAt, queuedAt) AS endedAt, coalesce(lastError, '') AS reason,
                    EXISTS (SELECT 1 FROM account WHERE account.person = person.id) AS isForMember, unreachableSince IS NOT NULL AS isUnreachable
                FROM outbox JOIN person ON person.id = outbox.person WHERE \(Self.lost) AND \(condition.sql) ORDER BY outbox.id DESC LIMIT ?
                """,
                condition.arguments + [limit]
            ).map { row in
                LostReply(
                    number: row["id"], channel: row["channel"], givenUpAt: Time.date(row["endedAt"]), reason: row["reason"],
                    isForMember: row["isForMember"], isUnreachable: row["isUnreachable"])
            }
        }
    }

    /// Puts one in the line again. A channel that is stopped stays so.
    /// - Returns: false where there is no such one that the member may see, or the person cannot be reached.
    public func resend(_ number: Int64, by member: SignedIn, at date: Date) async throws -> Bool {
        let condition = try Self.condition(for: member)
        let isResent = try await store.pool.write { db in
            let row = try db.row(
                """
                SELECT 1 FROM outbox JOIN person ON person.id = outbox.person
                WHERE outbox.id = ? AND \(Self.lost) AND unreachableSince IS NULL AND \(condition.sql)
                """,
                [number] + condition.arguments)
            guard row != nil, try DeadLetterStore.resend(number, in: db) else { return false }
            try Audit.add(.resendReply, of: [number], by: member, at: date, in: db)
            return true
        }
        if isResent { store.queued.ring() }
        return isResent
    }
}

extension Store {
    public var lostReplies: LostReplies { LostReplies(store: self) }
}
