public import Catalogue
public import Foundation
import GRDB
import HelpDesk
public import Vietnamese

/// What coordinators add to the catalogue: proposed by any of them, decided by those of the top of the tree.
public struct PhraseStore: Sendable {
    let pool: DatabasePool

    /// - Returns: its number; accepted at once where the member may decide.
    @discardableResult
    public func propose(_ change: CatalogueChange, by member: SignedIn, at date: Date) async throws -> Int64 {
        try await pool.write { db in
            let isAccepted = member.scope.seesStrays
            let time = Time.milliseconds(date)
            let row = try db.row(
                """
                INSERT INTO phrase (change, state, proposer, proposedAt, decider, decidedAt) VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                """,
                [
                    try JSON.text(change), isAccepted ? "accepted" : "proposed", member.id, time, isAccepted ? member.id : nil,
                    isAccepted ? time : nil,
                ])
            let number: Int64 = row?["id"] ?? 0
            try Audit.add(.proposePhrase, of: [number], by: member, at: date, in: db)
            if isAccepted { try Audit.add(.acceptPhrase, of: [number], by: member, at: date, in: db) }
            return number
        }
    }

    /// Accepts, sends back or undoes; nothing where the state does not allow it, or the member may not.
    ///
    /// A member may take back what is their own and still a proposal.
    /// - Returns: whether it was done.
    public func decide(
        _ number: Int64, _ state: ProposedPhrase.State, word: MaskedText? = nil, by member: SignedIn, at date: Date
    ) async throws -> Bool {
        try await pool.write { db in
            guard let row = try db.row("SELECT state, proposer FROM phrase WHERE id = ?", [number]),
                let old = ProposedPhrase.State(rawValue: row["state"])
            else { return false }
            let isTop = member.scope.seesStrays
            let action: Audit.Action? =
                switch (old, state) {
                case (.proposed, .accepted), (.undone, .accepted), (.returned, .accepted): isTop ? .acceptPhrase : nil
                case (.proposed, .returned): isTop ? .returnPhrase : nil
                case (.accepted, .undone): isTop ? .undoPhrase : nil
                case (.proposed, .undone): isTop || row["proposer"] == member.id ? .undoPhrase : nil
                default: nil
                }
            guard let action else { return false }
            try db.run(
                "UPDATE phrase SET state = ?, decider = ?, decidedAt = ?, word = ? WHERE id = ?",
                [state.rawValue, member.id, Time.milliseconds(date), word?.text, number])
            try Audit.add(action, of: [number], by: member, at: date, in: db)
            return true
        }
    }

    /// The newest first: all for those who decide, the own ones for the others.
    public func list(for member: SignedIn, limit: Int) async throws -> [ProposedPhrase] {
        let condition = Self.condition(for: member)
        return try await pool.read { db in
            try Self.rows("WHERE \(condition.sql) ORDER BY phrase.id DESC LIMIT ?", condition.arguments + [limit], in: db)
        }
    }

    /// - Returns: nil where there is none that the member may see.
    public func phrase(_ number: Int64, for member: SignedIn) async throws -> ProposedPhrase? {
        let condition = Self.condition(for: member)
        return try await pool.read { db in
            try Self.rows("WHERE phrase.id = ? AND \(condition.sql)", [number] + condition.arguments, in: db).first
        }
    }

    private static func condition(for member: SignedIn) -> Condition {
        member.scope.seesStrays ? Condition("1") : Condition("proposer = ?", [member.id])
    }

    /// What is in service, the oldest first.
    public func accepted() async throws -> [ProposedPhrase] {
        try await pool.read { db in try Self.rows("WHERE state = 'accepted' ORDER BY phrase.id", [], in: db) }
    }

    private static func rows(_ rest: String, _ arguments: StatementArguments, in db: GRDB.Database) throws -> [ProposedPhrase] {
        try db.rows(
            """
            SELECT phrase.id, change, state, proposedAt, word, proposer.name AS proposerName, decider.name AS deciderName
            FROM phrase JOIN member AS proposer ON proposer.id = phrase.proposer LEFT JOIN member AS decider ON decider.id = phrase.decider \(rest)
            """, arguments
        ).compactMap { row in
            guard let state = ProposedPhrase.State(rawValue: row["state"]) else { return nil }
            return ProposedPhrase(
                number: row["id"], change: try JSON.value(CatalogueChange.self, row["change"]), state: state, proposer: row["proposerName"],
                proposedAt: Time.date(row["proposedAt"]), decider: row["deciderName"], word: row["word"])
        }
    }

    // MARK: Questions set aside

    /// Sets questions aside by their marks: for all where the member is of the top of the tree, else for this member.
    public func dismiss(_ marks: Set<Int64>, question: Int64, reason: MaskedText, by member: SignedIn, at date: Date) async throws {
        try await pool.write { db in
            for mark in marks.sorted() {
                try db.run(
                    "INSERT INTO dismissal (mark, member, isForAll, reason, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    [mark, member.id, member.scope.seesStrays, reason.text, Time.milliseconds(date)])
            }
            try Audit.add(.dismissQuestion, of: [question], by: member, at: date, in: db)
        }
    }

    public func recall(_ marks: Set<Int64>, question: Int64, by member: SignedIn, at date: Date) async throws {
        try await pool.write { db in
            for mark in marks {
                try db.run("DELETE FROM dismissal WHERE mark = ? AND (member = ? OR isForAll AND ?)", [mark, member.id, member.scope.seesStrays])
            }
            try Audit.add(.recallQuestion, of: [question], by: member, at: date, in: db)
        }
    }

    /// The marks that are set aside for a member, with the reasons.
    public func dismissed(for member: SignedIn) async throws -> [Int64: String] {
        try await pool.read { db in
            Dictionary(
                try db.rows("SELECT mark, reason FROM dismissal WHERE member = ? OR isForAll", [member.id]).map { ($0["mark"], $0["reason"]) },
                uniquingKeysWith: { first, _ in first })
        }
    }
}

extension Store {
    public var phrases: PhraseStore { PhraseStore(pool: pool) }
}
