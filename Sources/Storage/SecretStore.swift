public import Foundation
import GRDB

extension Store {
    /// What is kept under a name, sealed by the caller; nil where nothing is.
    public func secret(_ name: String) async throws -> Data? {
        try await pool.read { db in try db.row("SELECT sealed FROM secret WHERE name = ?", [name])?["sealed"] }
    }

    /// Keeps secrets under their names, all of them or none; on disk when it returns.
    public func keepSecrets(_ sealed: [String: Data], at date: Date) async throws {
        try await pool.write { db in
            for (name, data) in sealed {
                try db.run(
                    """
                    INSERT INTO secret (name, sealed, changedAt) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, changedAt = excluded.changedAt
                    """,
                    [name, data, Time.milliseconds(date)])
            }
        }
    }
}
