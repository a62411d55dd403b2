import Catalogue
public import Demo
import Foundation
import GRDB
import HelpDesk

extension Store {
    /// Rows in one transaction: short enough that a message never waits for long.
    private static let slice = 400

    /// Fills a fresh database with a made-up organisation and its year. Messages are taken in between: each transaction is short.
    public func fill(_ organisation: DemoOrganisation, _ year: DemoYear) async throws {
        _ = try await take(organisation.roster)
        let members = try await pool.read { db in
            let rows = try db.rows("SELECT code, id FROM member")
            return Dictionary(rows.map { ($0["code"] as String, $0["id"] as Int64) }, uniquingKeysWith: { first, _ in first })
        }
        var numbers: [Int64] = []
        for start in stride(from: 0, to: year.sessions.count, by: Self.slice) {
            let part = year.sessions[start..<min(start + Self.slice, year.sessions.count)]
            numbers += try await pool.write { db in try part.map { try DemoStore.add($0, members, in: db) } }
        }
        let sessions = numbers
        for start in stride(from: 0, to: year.questions.count, by: Self.slice) {
            let part = year.questions[start..<min(start + Self.slice, year.questions.count)]
            try await pool.write { db in for (place, question) in part.enumerated() { try DemoStore.add(question, number: start + place, in: db) } }
        }
        for start in stride(from: 0, to: year.handOvers.count, by: Self.slice) {
            let part = year.handOvers[start..<min(start + Self.slice, year.handOvers.count)]
            try await pool.write { db in
                for (place, handOver) in part.enumerated() {
                    try DemoStore.add(handOver, number: start + place, session: handOver.session.map { sessions[$0] }, members, in: db)
                }
            }
        }
    }
}

/// The made-up year as rows.
private enum DemoStore {
    static func add(_ session: DemoSession, _ members: [String: Int64], in db: GRDB.Database) throws -> Int64 {
        let opened = Time.milliseconds(session.openedAt)
        let closed = session.closedAt.map(Time.milliseconds)
        let row = try db.row(
            """
            INSERT INTO helpSession (kind, member, team, channel, guide, revision, openedAt, day, lastAt, furthest, closedAt, outcome, people, place,
                difficulty)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                session.kind.rawValue, session.member.flatMap { members[$0] }, session.team, session.channel, session.guide, session.revision, opened,
                session.day.description, closed ?? opened, session.furthest, closed, session.outcome?.rawValue, session.people, session.place,
                session.difficulty,
            ])
        guard let number: Int64 = row?["id"] else { throw DatabaseError(message: "no session after an insert") }
        try HelpSessionStore.add(session.kind == .given ? "logged" : "opened", to: number, at: opened, in: db)
        if let step = session.furthest { try HelpSessionStore.add("reached", to: number, at: opened, step: step, in: db) }
        if let stuck = session.stuck { try HelpSessionStore.add("stuck", to: number, at: opened, step: stuck.step, trouble: stuck.trouble, in: db) }
        if let closed { try HelpSessionStore.add("closed", to: number, at: closed, outcome: session.outcome, in: db) }
        return number
    }

    static func add(_ question: DemoQuestion, number: Int, in db: GRDB.Database) throws {
        let person = try PersonStore.person(PersonAddress(channel: question.channel, name: "demo:question:\(number)"), at: question.at, in: db)
        let time = Time.milliseconds(question.at)
        let utterance: Int64? = try db.row(
            "INSERT INTO utterance (person, afterReply, at, text) VALUES (?, 0, ?, ?) RETURNING id", [person, time, question.text])?["id"]
        try db.run(
            "INSERT INTO question (person, utterance, channel, at, day, decision, confidence) VALUES (?, ?, ?, ?, ?, 'unknown', 0.1)",
            [person, utterance, question.channel, time, question.day.description])
    }

    static func add(
        _ handOver: DemoHandOver, number: Int, session: Int64?, _ members: [String: Int64], in db: GRDB.Database
    ) throws {
        let address = PersonAddress(channel: handOver.channel, name: "demo:citizen:\(number)")
        let citizen = try PersonStore.person(address, at: handOver.openedAt, in: db)
        let isClosed = handOver.state == .closed
        try db.run(
            """
            INSERT INTO handOver (citizen, team, state, rung, guide, step, question, openedAt, member, session, closedAt, outcome)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                citizen, handOver.team, handOver.state.rawValue, handOver.rung.rawValue, handOver.guide, handOver.step,
                isClosed ? nil : handOver.question, Time.milliseconds(handOver.openedAt), handOver.member.flatMap { members[$0] }, session,
                isClosed ? Time.milliseconds(handOver.closedAt ?? handOver.openedAt) : nil, handOver.outcome?.rawValue,
            ])
    }
}
