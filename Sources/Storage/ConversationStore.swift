import Dialogue
import Foundation
import GRDB
import HelpDesk
import Vietnamese

/// Where people stand, what they said and what was said to them.
enum ConversationStore {
    static func situation(of person: Int64, _ turn: Turn, _ handOvers: HandOverStore, in db: GRDB.Database) throws -> Situation {
        var conversation = Conversation()
        if let row = try db.row("SELECT state FROM conversation WHERE person = ?", [person]) {
            conversation = try JSON.value(Conversation.self, row["state"])
        } else {
            conversation.wasGreeted = turn.wasGreeted
        }
        let kept = { (walk: Conversation.Walk) in try GuideRevisionStore.guide(walk.guide, revision: walk.revision, in: db) }
        let row = try db.row("SELECT team, lastSeenAt FROM person WHERE id = ?", [person])
        let reach = handOvers.reaches[turn.address.channel] ?? .always
        let hasMembers = try db.row("SELECT 1 FROM account LIMIT 1", []) != nil
        let member = try hasMembers ? TeamStore.member(of: person, in: db) : nil
        return Situation(
            conversation: conversation, person: PersonNumber(person), guide: try conversation.walk.flatMap(kept),
            paused: try conversation.paused.flatMap(kept), contact: try TeamStore.contact(of: person, in: db), team: row?["team"],
            hasMembers: hasMembers, member: try member.map { MemberHere(name: $0.name, open: try HelpSessionStore.open(of: $0.id, in: db)) },
            handOver: try handOvers.ofCitizen(person, at: turn.event.at, in: db),
            claimed: try member == nil ? [] : handOvers.claimed(by: person, at: turn.event.at, in: db),
            isInGroup: turn.group != nil, isFree: reach.isFree(last: Time.date(row?["lastSeenAt"] ?? 0), now: turn.event.at))
    }

    static func remember(_ conversation: Conversation, of person: Int64, in db: GRDB.Database) throws {
        try db.run(
            "INSERT INTO conversation (person, state) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET state = excluded.state",
            [person, try JSON.text(conversation)]
        )
    }

    /// A number or label that the person types next is read against what was just said to them.
    static func offer(_ choices: [Choice], to person: Int64, in db: GRDB.Database) throws {
        var conversation = Conversation()
        if let row = try db.row("SELECT state FROM conversation WHERE person = ?", [person]) {
            conversation = try JSON.value(Conversation.self, row["state"])
        }
        conversation.offered = choices
        try remember(conversation, of: person, in: db)
    }

    /// Keeps what the person said, masked; for a choice its label.
    static func keepUtterance(of event: Event, _ situation: Situation, person: Int64, in db: GRDB.Database) throws -> Int64? {
        let text: String?
        switch event.input {
        case .text(let masked, _): text = masked.text
        case .choice(let value): text = situation.conversation.offered.first { $0.value == value }?.label
        case .attachment, .opened, .told, .due, .withdrawn, .gone, .takenOver: text = nil
        }
        guard let text else { return nil }
        let row = try db.row(
            """
            INSERT INTO utterance (person, afterReply, at, text) SELECT id, replies, ?, ? FROM person WHERE id = ? RETURNING id
            """,
            [Time.milliseconds(event.at), text, person]
        )
        return row?["id"]
    }

    static func replies(
        to address: PersonAddress, after number: Int, _ openTelephone: (SealedTelephone) -> String?, in db: GRDB.Database
    ) throws -> [NumberedReply] {
        guard let person: Int64 = try PersonStore.find(address, in: db)?["id"] else { return [] }
        return try db.rows("SELECT number, reply FROM outbox WHERE person = ? AND number > ? ORDER BY number", [person, number]).map { row in
            let reply = try JSON.value(Reply.self, row["reply"])
            return NumberedReply(number: row["number"], reply: try HandOverStore.filled(reply, to: person, openTelephone, in: db))
        }
    }

    static func course(of address: PersonAddress, _ openTelephone: (SealedTelephone) -> String?, in db: GRDB.Database) throws -> [CourseEntry] {
        guard let person: Int64 = try PersonStore.find(address, in: db)?["id"] else { return [] }
        let said = try db.rows("SELECT afterReply, text FROM utterance WHERE person = ? ORDER BY id", [person])
        var pending = said[...]
        var course: [CourseEntry] = []
        for reply in try replies(to: address, after: 0, openTelephone, in: db) {
            while let row = pending.first, row["afterReply"] < reply.number {
                course.append(.person(row["text"]))
                pending = pending.dropFirst()
            }
            course.append(.bot(reply))
        }
        return course + pending.map { .person($0["text"]) }
    }

    static func lastSeen(_ address: PersonAddress, in db: GRDB.Database) throws -> Date? {
        try PersonStore.find(address, in: db).map { Time.date($0["lastSeenAt"]) }
    }
}
