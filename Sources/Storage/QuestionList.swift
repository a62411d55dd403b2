public import Catalogue
import Dialogue
import Foundation
import GRDB
import HelpDesk
import Vietnamese

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

    /// An answer that did not help: its guide ended unsolved within the hour, or none of the choices was taken.
    private static let isOpen = """
        (decision = 'unknown' OR (decision = 'answer' AND EXISTS (SELECT 1 FROM helpSession WHERE helpSession.person = question.person
            AND outcome = 'unsolved' AND openedAt BETWEEN question.at AND question.at + 3600000))
        OR (decision = 'clarify' AND NOT EXISTS (SELECT 1 FROM helpSession WHERE helpSession.person = question.person
            AND openedAt BETWEEN question.at AND question.at + 3600000)))
        """

    /// The newest first.
    public func open(from first: Day, to last: Day, for member: SignedIn, limit: Int) async throws -> [OpenQuestion] {
        var condition = Condition("day BETWEEN ? AND ? AND \(Self.isOpen)", [first.description, last.description])
        condition.and(try Condition.team(Self.team, in: member.scope, isForCoordinators: true))
        return try await pool.read { [condition] db in
            try db.rows(
                """
                SELECT question.id, question.at, question.channel, decision, utterance.text
                FROM \(Self.tables) JOIN utterance ON utterance.id = question.utterance
                WHERE \(condition.sql) ORDER BY question.id DESC LIMIT ?
                """,
                condition.arguments + [limit]
            ).map { row in
                OpenQuestion(
                    number: row["id"], text: row["text"], at: Time.date(row["at"]), channel: row["channel"],
                    wasAnswered: row["decision"] != "unknown")
            }
        }
    }

    /// All that was asked, whoever asked it, as different texts with how often: for the effect of a change only; who may not see a text
    /// is not shown it.
    public func asked(from first: Day, to last: Day, limit: Int) async throws -> [(text: String, count: Int)] {
        try await pool.read { db in
            try db.rows(
                """
                SELECT text, count(*) AS count FROM (SELECT utterance.text FROM question JOIN utterance ON utterance.id = question.utterance
                    WHERE day BETWEEN ? AND ? ORDER BY question.id DESC LIMIT ?) GROUP BY text
                """, [first.description, last.description, limit]
            ).map { (text: $0["text"], count: $0["count"]) }
        }
    }

    /// What was asked by people whom the member may see.
    public func visible(from first: Day, to last: Day, for member: SignedIn, limit: Int) async throws -> Set<String> {
        var condition = Condition("day BETWEEN ? AND ?", [first.description, last.description])
        condition.and(try Condition.team(Self.team, in: member.scope, isForCoordinators: true))
        return try await pool.read { [condition] db in
            Set(
                try db.rows(
                    """
                    SELECT utterance.text FROM \(Self.tables) JOIN utterance ON utterance.id = question.utterance
                    WHERE \(condition.sql) ORDER BY question.id DESC LIMIT ?
                    """, condition.arguments + [limit]
                ).map { $0["text"] })
        }
    }

    /// What was said on both sides around a question, as far as it is stored: three words of the person before and after it.
    ///
    /// Whether the member may see the question is for the caller to know (``open(from:to:for:limit:)``).
    public func course(around question: Int64) async throws -> [CourseLine] {
        try await pool.read { db in
            guard let row = try db.row("SELECT person, utterance FROM question WHERE id = ?", [question]), let person: Int64 = row["person"],
                let utterance: Int64 = row["utterance"]
            else { return [] }
            let before = try db.rows(
                "SELECT id, at, afterReply, text FROM utterance WHERE person = ? AND id <= ? ORDER BY id DESC LIMIT 4", [person, utterance])
            let after = try db.rows(
                "SELECT id, at, afterReply, text FROM utterance WHERE person = ? AND id > ? ORDER BY id LIMIT 3", [person, utterance])
            let said = before.reversed() + after
            guard let first = said.first, let last = said.last else { return [] }
            let replies = try db.rows(
                "SELECT number, reply FROM outbox WHERE person = ? AND number > ? AND number <= ? ORDER BY number",
                [person, first["afterReply"] as Int, (last["afterReply"] as Int) + 2])
            var lines: [CourseLine] = []
            var rest = replies[...]
            for (place, row) in said.enumerated() {
                lines.append(CourseLine(isPerson: true, isQuestion: row["id"] == utterance, text: row["text"]))
                let end: Int = place + 1 < said.count ? said[place + 1]["afterReply"] : Int.max
                while let reply = rest.first, reply["number"] <= end {
                    let text = MaskedText(masking: try JSON.value(Reply.self, reply["reply"]).text).text
                    lines.append(CourseLine(isPerson: false, isQuestion: false, text: text))
                    rest = rest.dropFirst()
                }
            }
            return lines
        }
    }
}

extension Store {
    public var questions: QuestionList { QuestionList(pool: pool) }
}
