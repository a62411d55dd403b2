import Crypto
import GRDB
import HelpDesk

/// One-time codes that make a person's account a member's. Only their digests are kept.
enum InviteStore {
    /// - Returns: false where there is no such member.
    static func add(_ code: InviteCode, for member: String, until expiry: Int64, in db: GRDB.Database) throws -> Bool {
        try db.run(
            "INSERT INTO invite (digest, member, expiresAt) SELECT ?, id, ? FROM member WHERE code = ? AND leftAt IS NULL",
            [digest(of: code), expiry, member])
        return db.changesCount > 0
    }

    /// Uses a code up for a person, in one statement: of two who type it at the same moment one has it.
    static func redeem(_ code: InviteCode, for person: Int64, at time: Int64, in db: GRDB.Database) throws -> Redemption {
        let digest = digest(of: code)
        let used = try db.row(
            "UPDATE invite SET usedAt = ? WHERE digest = ? AND usedAt IS NULL AND expiresAt > ? RETURNING member", [time, digest, time])
        if let member: Int64 = used?["member"] {
            try db.run(
                "INSERT INTO account (person, member, since) VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE SET member = excluded.member",
                [person, member, time])
            let name: String? = try db.row("SELECT name FROM member WHERE id = ?", [member])?["name"]
            return .bound(name: name ?? "")
        }
        guard let row = try db.row("SELECT usedAt FROM invite WHERE digest = ?", [digest]) else { return .unknown }
        return (row["usedAt"] as Int64?) == nil ? .expired : .used
    }

    private static func digest(of code: InviteCode) -> String {
        SHA256.hash(data: Array(code.characters.utf8)).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
