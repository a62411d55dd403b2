public import Foundation
import GRDB
import HelpDesk

/// What waits for somebody: hand-overs, and turns that failed.
public struct WaitingList: Sendable {
    let pool: DatabasePool

    /// A turn that failed, without what was said in it.
    public struct Failure: Sendable, Hashable {
        public let number: Int64
        public let at: Date
        public let channel: String
        /// Masked.
        public let reason: String
    }

    /// Those that nobody has, then those that are claimed; the oldest first.
    public func handOvers(for member: SignedIn, at date: Date, limit: Int) async throws -> [WaitingHandOver] {
        let condition = try Condition.team("handOver.team", in: member.scope)
        return try await pool.read { db in
            try db.rows(
                """
                SELECT handOver.id, state, rung, team.name AS team, openedAt, guide, step, question, member.name AS claimant, leaseUntil,
                    unreachableSince IS NOT NULL AS isUnreachable, state = 'open' AND (rung = 3 OR openedAt < ?) AS isOverdue
                FROM handOver JOIN team ON team.code = handOver.team LEFT JOIN member ON member.id = handOver.member
                    LEFT JOIN person ON person.id = handOver.citizen
                WHERE state <> 'closed' AND \(condition.sql) ORDER BY state DESC, handOver.id LIMIT ?
                """,
                [Time.milliseconds(date - Overviews.handOverLimit)] + condition.arguments + [limit]
            ).compactMap { row in
                guard let state = HandOver.State(rawValue: row["state"]), let rung = HandOver.Rung(rawValue: row["rung"]) else { return nil }
                return WaitingHandOver(
                    number: row["id"], state: state, rung: rung, team: row["team"], openedAt: Time.date(row["openedAt"]), guide: row["guide"],
                    step: row["step"], question: row["question"], claimant: row["claimant"],
                    leaseUntil: (row["leaseUntil"] as Int64?).map(Time.date), isUnreachable: row["isUnreachable"], isOverdue: row["isOverdue"])
            }
        }
    }

    /// Those that wait to be run again, the newest first: for who coordinates the person's team, and for administrators.
    public func failures(for member: SignedIn, limit: Int) async throws -> [Failure] {
        let condition = try Self.failures(of: member)
        return try await pool.read { db in
            try db.rows(
                """
                SELECT failedTurn.id, at, failedTurn.channel, reason FROM failedTurn LEFT JOIN person ON person.id = failedTurn.person
                WHERE replayedAt IS NULL AND \(condition.sql) ORDER BY failedTurn.id DESC LIMIT ?
                """,
                condition.arguments + [limit]
            ).map { Failure(number: $0["id"], at: Time.date($0["at"]), channel: $0["channel"], reason: $0["reason"]) }
        }
    }

    /// Whether a failed turn waits that this member may run again.
    public func mayReplay(_ number: Int64, by member: SignedIn) async throws -> Bool {
        guard member.scope.isCoordinator || member.scope.isAdministrator else { return false }
        let condition = try Self.failures(of: member)
        return try await pool.read { db in
            try db.row(
                """
                SELECT 1 FROM failedTurn LEFT JOIN person ON person.id = failedTurn.person
                WHERE failedTurn.id = ? AND replayedAt IS NULL AND \(condition.sql)
                """,
                [number] + condition.arguments) != nil
        }
    }

    private static func failures(of member: SignedIn) throws -> Condition {
        member.scope.isAdministrator ? Condition("1") : try Condition.team("person.team", in: member.scope, isForCoordinators: true)
    }
}

extension Store {
    public var waiting: WaitingList { WaitingList(pool: pool) }
}
