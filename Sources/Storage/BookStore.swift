import Catalogue
import Dialogue
import Foundation
import GRDB
import HelpDesk

/// A member's own entries in the log.
enum BookStore {
    /// An own entry may be corrected for so long after it was logged.
    private static let correctable: TimeInterval = 7 * 86_400
    private static let newestCount = 5

    /// Logs a help that was given, unless it looks like one that is there already.
    static func log(_ entry: HelpEntry, evenIfSimilar: Bool, by walker: HelpSessionStore.Walker, at date: Date, in db: GRDB.Database) throws
        -> Answer?
    {
        guard let member = walker.member else { return nil }
        if !evenIfSimilar, let similar = try similar(to: entry, of: member, in: db) { return .similar(similar, to: entry) }
        let time = Time.milliseconds(date)
        let outcome = entry.outcome ?? .unknown
        let row = try db.row(
            """
            INSERT INTO helpSession (kind, person, member, team, channel, guide, openedAt, day, lastAt, closedAt, outcome, people, activated, place,
                difficulty, note)
            VALUES (?, ?, ?, \(TeamStore.ownTeam), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            [
                entry.kind.rawValue, walker.person, member, member, walker.channel, entry.guide, time, entry.day.description, time, time,
                outcome.rawValue, entry.people, entry.isActivated, entry.place, entry.difficulty, entry.note,
            ])
        guard let number: Int64 = row?["id"] else { return nil }
        try HelpSessionStore.add("logged", to: number, at: time, outcome: outcome, entry: entry, in: db)
        return .logged(HelpEntry.Numbered(number: number, entry: entry))
    }

    /// The same guide on the same day by the same member.
    private static func similar(to entry: HelpEntry, of member: Int64, in db: GRDB.Database) throws -> HelpEntry.Numbered? {
        try db.row(
            "SELECT \(columns) FROM helpSession WHERE member = ? AND day = ? AND guide IS ? AND withdrawnAt IS NULL ORDER BY id DESC LIMIT 1",
            [member, entry.day.description, entry.guide]
        ).flatMap(numbered)
    }

    /// - Returns: nil where it is none of this member, or too old to be corrected.
    static func entry(_ number: Int64, of member: Int64, at date: Date, in db: GRDB.Database) throws -> HelpEntry.Numbered? {
        try db.row(
            "SELECT \(columns) FROM helpSession WHERE id = ? AND member = ? AND openedAt > ? AND withdrawnAt IS NULL",
            [number, member, Time.milliseconds(date - correctable)]
        ).flatMap(numbered)
    }

    /// The old values stay in the log's events, where the coordinator sees them.
    static func change(
        _ number: Int64, _ amendments: [HelpEntry.Amendment], of member: Int64, at date: Date, in db: GRDB.Database
    ) throws -> Answer {
        guard let old = try entry(number, of: member, at: date, in: db) else { return .noEntry(number) }
        var entry = old.entry
        for amendment in amendments { entry.apply(amendment) }
        try db.run(
            """
            UPDATE helpSession SET guide = ?, day = ?, people = ?, outcome = CASE WHEN closedAt IS NULL THEN NULL ELSE ? END, activated = ?, place = ?,
                difficulty = ?, note = ? WHERE id = ?
            """,
            [
                entry.guide, entry.day.description, entry.people, entry.outcome?.rawValue, entry.isActivated, entry.place, entry.difficulty,
                entry.note, number,
            ])
        let time = Time.milliseconds(date)
        try HelpSessionStore.add("changed", to: number, at: time, outcome: entry.outcome, entry: entry, in: db)
        if old.entry.outcome == nil, let outcome = entry.outcome { try HelpSessionStore.close(number, outcome, at: time, in: db) }
        return .changed(HelpEntry.Numbered(number: number, entry: entry))
    }

    static func withdraw(_ number: Int64, of member: Int64, at date: Date, in db: GRDB.Database) throws -> Answer {
        guard let old = try entry(number, of: member, at: date, in: db) else { return .noEntry(number) }
        let time = Time.milliseconds(date)
        if old.entry.outcome == nil { try HelpSessionStore.close(number, .unknown, at: time, in: db) }
        try db.run("UPDATE helpSession SET withdrawnAt = ? WHERE id = ?", [time, number])
        try HelpSessionStore.add("withdrawn", to: number, at: time, in: db)
        return .withdrawn(old)
    }

    static let sumsQuery = """
        SELECT kind, count(*) AS sessions, sum(people) AS people, count(*) FILTER (WHERE closedAt IS NULL) AS open FROM helpSession
        WHERE member = ? AND day BETWEEN ? AND ? AND withdrawnAt IS NULL GROUP BY kind ORDER BY kind
        """
    static let newestQuery = """
        SELECT \(columns) FROM helpSession WHERE member = ? AND day BETWEEN ? AND ? AND withdrawnAt IS NULL
        ORDER BY day DESC, id DESC LIMIT \(newestCount)
        """

    /// One member's month: found by the index on member and day, however many sessions there are in all.
    static func book(of member: Int64, month day: Day, in db: GRDB.Database) throws -> MemberBook {
        let first = "\(day.description.prefix(8))01"
        let last = "\(day.description.prefix(8))31"
        let sums = try db.rows(sumsQuery, [member, first, last])
        let newest = try db.rows(newestQuery, [member, first, last])
        return MemberBook(
            sums: sums.compactMap { row in
                HelpSession.Kind(rawValue: row["kind"]).map { MemberBook.Sum(kind: $0, sessions: row["sessions"], people: row["people"]) }
            }, open: sums.reduce(0) { $0 + ($1["open"] as Int) }, newest: newest.compactMap(numbered))
    }

    private static let columns = "id, kind, guide, people, day, outcome, place, difficulty, note, activated"

    private static func numbered(_ row: Row) -> HelpEntry.Numbered? {
        guard let kind = HelpSession.Kind(rawValue: row["kind"]), let day = Day(row["day"] as String) else { return nil }
        let outcome = (row["outcome"] as String?).flatMap(HelpSession.Outcome.init)
        let entry = HelpEntry(
            kind: kind, guide: row["guide"], people: row["people"], day: day, outcome: outcome, place: row["place"],
            difficulty: row["difficulty"], note: row["note"], isActivated: row["activated"])
        return HelpEntry.Numbered(number: row["id"], entry: entry)
    }
}
