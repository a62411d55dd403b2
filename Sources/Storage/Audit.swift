import Catalogue
public import Foundation
import GRDB

/// Who looked at whose rows, and when (promise 6): numbers, never a text.
public struct Audit: Sendable {
    /// What was done.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        case signIn = "sign-in"
        case signOut = "sign-out"
        case signOutEverywhere = "sign-out-everywhere"
        case viewLog = "view-log"
        case viewSession = "view-session"
        case exportLog = "export-log"
        case review
        case undoReview = "undo-review"
        case viewHandOvers = "view-hand-overs"
        case replayTurn = "replay-turn"
        case viewLostReplies = "view-lost-replies"
        case resendReply = "resend-reply"
        case viewQuestions = "view-questions"
        case viewQuestion = "view-question"
        case proposePhrase = "propose-phrase"
        case acceptPhrase = "accept-phrase"
        case returnPhrase = "return-phrase"
        case undoPhrase = "undo-phrase"
        case dismissQuestion = "dismiss-question"
        case recallQuestion = "recall-question"
        case viewReport = "view-report"
        case exportReport = "export-report"
        case editReport = "edit-report"
    }

    /// A line of the audit log.
    public struct Entry: Sendable, Hashable {
        public let at: Date
        /// The member's code.
        public let member: String
        public let action: Action
        public let subjects: String
    }

    let pool: DatabasePool

    /// - Parameter subjects: the numbers of the rows.
    public func add(_ action: Action, of subjects: [Int64], by member: SignedIn, at date: Date) async throws {
        try await pool.write { db in try Self.add(action, of: subjects, by: member, at: date, in: db) }
    }

    static func add(_ action: Action, of subjects: [Int64], by member: SignedIn, at date: Date, in db: GRDB.Database) throws {
        try add(action, of: subjects.map(String.init), by: member, at: date, in: db)
    }

    /// That a period's figures of a team, or of one member, were shown or taken away.
    ///
    /// - Parameter code: of the team or the member; nil for the whole organisation.
    public func add(_ action: Action, of code: String?, in period: Period, by member: SignedIn, at date: Date) async throws {
        let subjects = [code, period.from.description, period.to.description].compactMap(\.self)
        try await pool.write { db in try Self.add(action, of: subjects, by: member, at: date, in: db) }
    }

    private static func add(_ action: Action, of subjects: [String], by member: SignedIn, at date: Date, in db: GRDB.Database) throws {
        try db.run(
            "INSERT INTO audit (at, member, action, subjects) VALUES (?, ?, ?, ?)",
            [Time.milliseconds(date), member.id, action.rawValue, subjects.joined(separator: " ")])
    }

    /// The newest entries, the newest first.
    public func entries(limit: Int) async throws -> [Entry] {
        try await pool.read { db in
            try db.rows(
                "SELECT at, member.code, action, subjects FROM audit JOIN member ON member.id = audit.member ORDER BY audit.id DESC LIMIT ?", [limit]
            ).compactMap { row in
                Action(rawValue: row["action"]).map { Entry(at: Time.date(row["at"]), member: row["code"], action: $0, subjects: row["subjects"]) }
            }
        }
    }
}

extension Store {
    public var audit: Audit { Audit(pool: pool) }
}
