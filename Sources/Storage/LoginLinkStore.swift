import Dialogue
import Foundation
import GRDB
import HelpDesk

/// One-time links to the coordinators' pages.
enum LoginLinkStore {
    /// - Returns: the link's number, by which a reply names it.
    static func add(_ link: NewLoginLink, for member: Int64, at date: Date, in db: GRDB.Database) throws -> Int64 {
        let time = Time.milliseconds(date)
        try db.run("DELETE FROM loginLink WHERE expiresAt < ?", [time])
        try db.run(
            "INSERT INTO loginLink (digest, member, expiresAt, sealed) VALUES (?, ?, ?, ?)",
            [link.token.digest, member, time + Int64(NewLoginLink.lifetime * 1000), link.sealed])
        return db.lastInsertedRowID
    }

    /// Whether the link could still be used; looking does not use it up.
    static func isOpen(_ token: SecretToken, at date: Date, in db: GRDB.Database) throws -> Bool {
        try db.row("SELECT 1 FROM loginLink WHERE digest = ? AND usedAt IS NULL AND expiresAt > ?", [token.digest, Time.milliseconds(date)]) != nil
    }

    /// Uses the link up in one statement: of two who press at the same moment one gets in.
    /// - Returns: whose link it was.
    static func use(_ token: SecretToken, at date: Date, in db: GRDB.Database) throws -> Int64? {
        let time = Time.milliseconds(date)
        return try db.row(
            "UPDATE loginLink SET usedAt = ?, sealed = NULL WHERE digest = ? AND usedAt IS NULL AND expiresAt > ? RETURNING member",
            [time, token.digest, time])?["member"]
    }

    /// A reply as it is delivered: with the link, as long as it is good.
    static func filled(_ reply: Reply, _ number: Int64, _ open: (SealedTelephone) -> String?, in db: GRDB.Database) throws -> Reply {
        let sealed: Data? = try db.row("SELECT sealed FROM loginLink WHERE id = ?", [number])?["sealed"]
        let link = sealed.flatMap { open(SealedTelephone($0)) } ?? "…"
        return Reply(text: reply.text.replacing(Reply.linkPlace, with: link), choices: reply.choices)
    }
}
