public import Catalogue
import Foundation
import GRDB
import HelpDesk

/// Questions that the catalogue failed, for those who coordinate the teams of the people who asked.
public struct QuestionList: Sendable {
    let pool: DatabasePool

    /// Whoever asks for a citizen is counted with the own team, a citizen with the team that they chose.
    static let tables = """
        question LEFT JOIN person ON person.id = question.person LEFT JOIN account ON account.person = question.person
        """
    private static let team = "coalesce((SELECT team FROM post WHERE post.member = account.member ORDER BY team LIMIT 1), person.team)"

    static func condition(from first: Day, to last: Day, for member: SignedIn) throws -> Condition {
        var condition = Condition("day BETWEEN ? AND ? AND decision = 'unknown'", [first.description, last.description])
        condition.and(try Condition.team(team, in: member.scope, isForCoordinators: true))
        return condition
    }

    /// Those asked most often first, then the newest.
    public func groups(from first: Day, to last: Day, for member: SignedIn, limit: Int) async throws -> [QuestionGroup] {
        let condition = try Self.condition(from: first, to: last, for: member)
        return try await pool.read { db in
            try db.rows(
                """
                SELECT count(*) AS count, min(question.at) AS firstAt, max(question.at) AS lastAt, question.id, utterance.text,
                    group_concat(DISTINCT question.channel) AS channels
                FROM \(Self.tables) JOIN utterance ON utterance.id = question.utterance
                WHERE \(condition.sql) GROUP BY folded(utterance.text) ORDER BY count DESC, lastAt DESC LIMIT ?
                """,
                condition.arguments + [limit]
            ).map { row in
                QuestionGroup(
                    text: row["text"], count: row["count"], firstAt: Time.date(row["firstAt"]), lastAt: Time.date(row["lastAt"]),
                    channels: (row["channels"] as String).split(separator: ",").map(String.init), number: row["id"])
            }
        }
    }
}

extension Store {
    public var questions: QuestionList { QuestionList(pool: pool) }
}
