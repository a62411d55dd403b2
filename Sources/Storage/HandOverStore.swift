import Dialogue
import Foundation
import GRDB
import HelpDesk

/// Hand-overs: opened by a citizen, claimed by exactly one member, each change compare-and-set in one statement.
struct HandOverStore {
    /// How long each channel lets us write to people; a channel that is not named, for ever.
    let reaches: [String: Reach]

    // MARK: The citizen

    /// Opens a hand-over; a citizen has one at a time.
    func open(for citizen: Int64, team: String, guide: String?, step: String?, at date: Date, in db: GRDB.Database) throws -> Answer? {
        let question = try db.row(
            """
            SELECT text FROM question JOIN utterance ON utterance.id = question.utterance WHERE question.person = ? ORDER BY question.id DESC LIMIT 1
            """,
            [citizen])
        let row = try db.row(
            """
            INSERT INTO handOver (citizen, team, state, rung, guide, step, question, openedAt) VALUES (?, ?, 'open', 0, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            [citizen, team, guide, step, question?["text"] as String?, Time.milliseconds(date)])
        guard let number: Int64 = row?["id"] else { return nil }
        return try call(number, .members, at: date, in: db)
    }

    /// Puts an open hand-over before those of a rung: those on duty who can be reached.
    /// - Parameter except: who has just had it, or does not want it.
    func call(
        _ number: Int64, _ rung: HandOver.Rung, except: PersonNumber? = nil, at date: Date, in db: GRDB.Database
    ) throws -> Answer? {
        try db.run(
            """
            UPDATE handOver SET state = 'open', rung = ?, member = NULL, claimant = NULL, leaseUntil = NULL WHERE id = ? AND state <> 'closed'
            """,
            [rung.rawValue, number])
        try DeadlineStore.drop([.claimEnds, .handOverWaits, .handOverCalls], of: number, in: db)
        guard let handOver = try find(number, at: date, in: db), handOver.state == .open else { return nil }
        let hours = try db.row("SELECT dutyHours FROM handOver JOIN team ON team.code = handOver.team WHERE handOver.id = ?", [number])
        if let hours = (hours?["dutyHours"] as String?).flatMap(DutyHours.init), !hours.contains(date) {
            return .handOver(handOver, called: [], callsAt: hours.next(from: date))
        }
        return .handOver(handOver, called: try reachable(for: number, rung, except: except, at: date, in: db), callsAt: nil)
    }

    /// Accounts that may take it, one a member: of several, the one used last.
    private func reachable(
        for number: Int64, _ rung: HandOver.Rung, except: PersonNumber? = nil, at date: Date, in db: GRDB.Database
    ) throws -> [PersonNumber] {
        let (teams, roles): (String, String) =
            switch rung {
            case .members: ("SELECT team FROM handOver WHERE id = ?", "'member', 'leader'")
            case .leaders: ("SELECT team FROM handOver WHERE id = ?", "'leader'")
            case .coordinators, .everybody: (TeamStore.teamsAbove, "'coordinator'")
            }
        if rung == .everybody { return [] }
        let rows = try db.rows(
            """
            SELECT DISTINCT account.member, person.id, person.channel, person.lastSeenAt
            FROM post JOIN account ON account.member = post.member JOIN person ON person.id = account.person
            WHERE post.team IN (\(teams)) AND post.role IN (\(roles)) AND person.unreachableSince IS NULL AND person.name NOT LIKE 'ended:%'
                AND person.id IS NOT (SELECT citizen FROM handOver WHERE id = ?)
                AND account.member IS NOT (SELECT member FROM account WHERE person = ?)
            ORDER BY account.member, person.lastSeenAt DESC
            """,
            [number, number, except?.value])
        var members: Set<Int64> = []
        return rows.compactMap { row in
            guard isReachable(row, at: date), members.insert(row["member"]).inserted else { return nil }
            return PersonNumber(row["id"])
        }
    }

    private func isReachable(_ row: Row, at date: Date) -> Bool {
        (reaches[row["channel"]] ?? .always).isFree(last: Time.date(row["lastSeenAt"]), now: date)
    }

    func end(_ number: Int64, _ outcome: HelpSession.Outcome, at date: Date, in db: GRDB.Database) throws {
        let time = Time.milliseconds(date)
        let session: Int64? = try db.row("SELECT session FROM handOver WHERE id = ? AND state <> 'closed'", [number])?["session"]
        try db.run(
            """
            UPDATE handOver SET state = 'closed', closedAt = ?, outcome = ?, leaseUntil = NULL, telephone = NULL, question = NULL
            WHERE id = ? AND state <> 'closed'
            """,
            [time, outcome.rawValue, number])
        if let session { try HelpSessionStore.close(session, outcome, at: time, in: db) }
        try DeadlineStore.drop([.claimEnds, .handOverWaits, .handOverCalls], of: number, in: db)
    }

    static func keepTelephone(_ telephone: SealedTelephone, of number: Int64, in db: GRDB.Database) throws {
        try db.run("UPDATE handOver SET telephone = ? WHERE id = ? AND state <> 'closed'", [telephone.data, number])
    }

    /// A reply as it is delivered: with the one-time link, or with the number to call back on, as long as there is one and it is this
    /// person who has the hand-over.
    static func filled(_ reply: Reply, to person: Int64, _ openTelephone: (SealedTelephone) -> String?, in db: GRDB.Database) throws -> Reply {
        if let link = reply.linkOf { return try LoginLinkStore.filled(reply, link, openTelephone, in: db) }
        guard let number = reply.telephoneOf else { return reply }
        let row = try db.row("SELECT telephone FROM handOver WHERE id = ? AND state = 'claimed' AND claimant = ?", [number, person])
        let sealed: Data? = row?["telephone"]
        let telephone = sealed.flatMap { openTelephone(SealedTelephone($0)) } ?? "…"
        return Reply(text: reply.text.replacing(Reply.telephonePlace, with: telephone), choices: reply.choices)
    }

    // MARK: The member

    /// Of two who claim at the same moment one has it: the second finds it claimed.
    func claim(_ number: Int64, by walker: HelpSessionStore.Walker, lease: TimeInterval, at date: Date, in db: GRDB.Database) throws -> Claim {
        guard let member = walker.member, let before = try find(number, at: date, in: db), before.state != .closed,
            try mayTake(number, member: member, in: db), before.citizen.value != walker.person
        else { return .gone }
        try db.run(
            "UPDATE handOver SET state = 'claimed', member = ?, claimant = ?, leaseUntil = ? WHERE id = ? AND state = 'open'",
            [member, walker.person, Time.milliseconds(date + lease), number])
        guard db.changesCount > 0 else { return before.claimant?.value == walker.person ? .gone : .taken }
        try DeadlineStore.drop([.handOverWaits, .handOverCalls], of: number, in: db)
        try beginSession(of: number, by: walker, at: date, in: db)
        guard let handOver = try find(number, at: date, in: db) else { return .gone }
        let called = try HandOver.Rung.allCases.filter { $0.rawValue <= before.rung.rawValue }.flatMap {
            try reachable(for: number, $0, at: date, in: db)
        }
        var others: [PersonNumber] = []
        for person in called where person.value != walker.person && !others.contains(person) { others.append(person) }
        return .won(handOver, others: others)
    }

    /// The help of a hand-over is the last claimant's.
    private func beginSession(of number: Int64, by walker: HelpSessionStore.Walker, at date: Date, in db: GRDB.Database) throws {
        let time = Time.milliseconds(date)
        if let session: Int64 = try db.row("SELECT session FROM handOver WHERE id = ?", [number])?["session"] {
            return try db.run(
                "UPDATE helpSession SET member = ?, team = \(TeamStore.ownTeam), person = ?, lastAt = ? WHERE id = ?",
                [walker.member, walker.member, walker.person, time, session])
        }
        let row = try db.row(
            """
            INSERT INTO helpSession (kind, person, member, team, channel, guide, openedAt, day, lastAt, furthest)
            SELECT 'handover', ?, ?, \(TeamStore.ownTeam), ?, guide, ?, ?, ?, step FROM handOver WHERE id = ? RETURNING id
            """,
            [walker.person, walker.member, walker.member, walker.channel, time, Time.day(date), time, number])
        guard let session: Int64 = row?["id"] else { return }
        try HelpSessionStore.add("opened", to: session, at: time, in: db)
        try db.run("UPDATE handOver SET session = ? WHERE id = ?", [session, number])
    }

    /// A member of the team, or of one above it.
    private func mayTake(_ number: Int64, member: Int64, in db: GRDB.Database) throws -> Bool {
        try db.row("SELECT 1 FROM post WHERE member = ? AND team IN (\(TeamStore.teamsAbove)) LIMIT 1", [member, number]) != nil
    }

    static func renew(_ number: Int64, until date: Date, in db: GRDB.Database) throws {
        try db.run("UPDATE handOver SET leaseUntil = ? WHERE id = ? AND state = 'claimed'", [Time.milliseconds(date), number])
    }

    /// A member who leaves has none any more; the next ones are called at once.
    static func release(of member: Int64, at time: Int64, in db: GRDB.Database) throws {
        let rows = try db.rows("SELECT id, citizen FROM handOver WHERE member = ? AND state = 'claimed' AND citizen IS NOT NULL", [member])
        for row in rows {
            try DeadlineStore.set(Deadline(.handOverCalls, of: row["id"]), at: Time.date(time), for: row["citizen"], in: db)
        }
        try db.run(
            "UPDATE handOver SET state = 'open', member = NULL, claimant = NULL, leaseUntil = NULL WHERE member = ? AND state = 'claimed'", [member])
    }

    /// Opens a claimed hand-over again: given back, or silent for longer than the lease.
    func reopen(_ number: Int64, isGivenBack: Bool, at date: Date, in db: GRDB.Database) throws -> Answer? {
        guard let before = try find(number, at: date, in: db), before.state == .claimed else { return nil }
        if !isGivenBack, let until = before.leaseUntil, until > date { return .claimLasts(before) }
        try db.run(
            "UPDATE handOver SET state = 'open', member = NULL, claimant = NULL, leaseUntil = NULL WHERE id = ? AND state = 'claimed'", [number])
        return try find(number, at: date, in: db).map { .reopened($0, claimant: before.claimant) }
    }

    // MARK: Reading

    func find(_ number: Int64, at date: Date, in db: GRDB.Database) throws -> HandOver? {
        try db.row(Self.select + " WHERE handOver.id = ?", [number]).flatMap { handOver($0, at: date) }
    }

    /// The citizen's own that is not closed.
    func ofCitizen(_ person: Int64, at date: Date, in db: GRDB.Database) throws -> HandOver? {
        try db.row(Self.select + " WHERE citizen = ? AND state <> 'closed'", [person]).flatMap { handOver($0, at: date) }
    }

    /// Those that a member's account has claimed, the oldest first.
    func claimed(by person: Int64, at date: Date, in db: GRDB.Database) throws -> [HandOver] {
        try db.rows(Self.select + " WHERE claimant = ? AND state = 'claimed' ORDER BY handOver.id", [person]).compactMap { handOver($0, at: date) }
    }

    private static let select = """
        SELECT handOver.id, state, rung, citizen, claimant, leaseUntil, guide, step, question, telephone IS NOT NULL AS hasTelephone, team.name,
            team.contact, team.address, person.channel, person.lastSeenAt, person.unreachableSince
        FROM handOver JOIN team ON team.code = handOver.team JOIN person ON person.id = citizen
        """

    private func handOver(_ row: Row, at date: Date) -> HandOver? {
        guard let state = HandOver.State(rawValue: row["state"]), let rung = HandOver.Rung(rawValue: row["rung"]), let citizen: Int64 = row["citizen"]
        else { return nil }
        let seen = Time.date(row["lastSeenAt"])
        let isOpen = (reaches[row["channel"]] ?? .always).isOpen(last: seen, now: date)
        return HandOver(
            number: row["id"], state: state, rung: rung,
            team: Contact(team: row["name"], contact: row["contact"] ?? "", address: row["address"] ?? ""),
            citizen: PersonNumber(citizen), claimant: (row["claimant"] as Int64?).map(PersonNumber.init),
            leaseUntil: (row["leaseUntil"] as Int64?).map(Time.date), guide: row["guide"], step: row["step"], question: row["question"],
            hasTelephone: row["hasTelephone"], citizenSeenAt: seen,
            isCitizenReachable: isOpen && (row["unreachableSince"] as Int64?) == nil)
    }
}
