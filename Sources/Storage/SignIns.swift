public import Foundation
import GRDB
public import HelpDesk

/// Signing in to the coordinators' pages: by a one-time link, into a session that the database can end at any time.
public struct SignIns: Sendable {
    /// A session ends after so long without a page, in seconds: commune computers are shared.
    public static let idleLimit: TimeInterval = 30 * 60
    /// And after so long in any case: a working day.
    public static let longest: TimeInterval = 12 * 3600
    /// So exactly is it kept when a session was last used.
    private static let grain: TimeInterval = 60

    let pool: DatabasePool

    /// - Returns: false where there is no such member.
    public func add(_ link: NewLoginLink, for member: String, at date: Date) async throws -> Bool {
        try await pool.write { db in
            guard let id: Int64 = try db.row("SELECT id FROM member WHERE code = ? AND leftAt IS NULL", [member])?["id"] else { return false }
            _ = try LoginLinkStore.add(link, for: id, at: date, in: db)
            return true
        }
    }

    /// Whether a link could still be used; looking does not use it up.
    public func isOpen(_ token: SecretToken, at date: Date) async throws -> Bool {
        try await pool.read { db in try LoginLinkStore.isOpen(token, at: date, in: db) }
    }

    /// Uses a link up and begins a session under a new token.
    /// - Returns: false where the link is none, or used, or too old.
    public func begin(_ session: SecretToken, with link: SecretToken, device: String, at date: Date) async throws -> Bool {
        try await pool.write { db in
            guard let member = try LoginLinkStore.use(link, at: date, in: db) else { return false }
            let time = Time.milliseconds(date)
            try db.run("DELETE FROM webSession WHERE openedAt < ?", [time - Int64(Self.longest * 1000)])
            try db.run(
                "INSERT INTO webSession (digest, member, device, openedAt, lastAt) VALUES (?, ?, ?, ?, ?)",
                [session.digest, member, device, time, time])
            return true
        }
    }

    /// Whose session it is, with the posts and the tree as they are now; nil where it has ended.
    public func member(of session: SecretToken, at date: Date) async throws -> SignedIn? {
        let found = try await pool.read { db in try Self.find(session, at: date, in: db) }
        guard let (signedIn, lastAt) = found else { return nil }
        if date.timeIntervalSince(lastAt) > Self.grain {
            try await pool.write { db in try db.run("UPDATE webSession SET lastAt = ? WHERE id = ?", [Time.milliseconds(date), signedIn.session]) }
        }
        return signedIn
    }

    /// The newest first.
    public func browsers(of member: SignedIn, at date: Date) async throws -> [SignedIn.Browser] {
        try await pool.read { db in
            try db.rows(
                "SELECT id, device, openedAt, lastAt FROM webSession WHERE member = ? AND openedAt > ? AND lastAt > ? ORDER BY lastAt DESC, id DESC",
                [member.id, Time.milliseconds(date - Self.longest), Time.milliseconds(date - Self.idleLimit)]
            ).map { row in
                SignedIn.Browser(
                    session: row["id"], device: row["device"], openedAt: Time.date(row["openedAt"]), lastAt: Time.date(row["lastAt"]))
            }
        }
    }

    public func end(_ member: SignedIn) async throws {
        try await pool.write { db in try db.run("DELETE FROM webSession WHERE id = ?", [member.session]) }
    }

    /// Ends all sessions of the member, on whatever machine, and the links that are still open.
    public func endAll(of member: SignedIn) async throws {
        try await pool.write { db in
            try db.run("DELETE FROM webSession WHERE member = ?", [member.id])
            try db.run("DELETE FROM loginLink WHERE member = ? AND usedAt IS NULL", [member.id])
        }
    }

    private static func find(_ session: SecretToken, at date: Date, in db: GRDB.Database) throws -> (SignedIn, lastAt: Date)? {
        let row = try db.row(
            """
            SELECT webSession.id, webSession.lastAt, member.id AS member, member.code, member.name
            FROM webSession JOIN member ON member.id = webSession.member
            WHERE digest = ? AND openedAt > ? AND lastAt > ? AND leftAt IS NULL
            """,
            [session.digest, Time.milliseconds(date - longest), Time.milliseconds(date - idleLimit)])
        guard let row else { return nil }
        let code: String = row["code"]
        let posts: [Post] = try db.rows("SELECT team, role FROM post WHERE member = ?", [row["member"] as Int64]).compactMap { post in
            Member.Role(rawValue: post["role"]).map { Post(team: post["team"], member: code, role: $0) }
        }
        // Whoever only helps sees nothing of the tree, so it need not be read.
        var parents: [String: String?] = [:]
        if posts.contains(where: { $0.role == .coordinator }) {
            for team in try db.rows("SELECT code, parent FROM team") { parents[team["code"]] = .some(team["parent"]) }
        }
        let scope = Scope(of: code, posts: posts, parents: parents)
        let signedIn = SignedIn(session: row["id"], id: row["member"], name: row["name"], scope: scope)
        return (signedIn, Time.date(row["lastAt"]))
    }
}

extension Store {
    public var signIns: SignIns { SignIns(pool: pool) }
}
