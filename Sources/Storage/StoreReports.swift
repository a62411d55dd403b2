public import Catalogue
public import Foundation
import GRDB
public import Vietnamese

extension Store {
    // MARK: Reports

    /// What the log holds of a period.
    ///
    /// - Parameters:
    ///   - team: the code of the team that reports, with all below it; nil for the whole organisation.
    ///   - isAlone: whether it reports without those below it.
    public func activity(of team: String?, in period: Period, isAlone: Bool = false) async throws -> Activity {
        try await pool.read { db in try ActivityStore(team: team ?? "", period: period, isAlone: isAlone).read(in: db) }
    }

    /// Closes the months whose time for logging is over; what is logged for them from now on is counted apart. Safe to call often.
    ///
    /// - Returns: the months (`2026-10`) that were closed by this call.
    @discardableResult
    public func closeMonths(on day: Day, at date: Date) async throws -> [String] {
        let month = day.closedMonth
        guard try await pool.read({ try ActivityStore.closedMonth(in: $0) }) ?? "" < month else { return [] }
        return try await pool.write { db in try ActivityStore.close(through: month, at: date, in: db) }
    }

    /// What was written the last time into the parts of the report that a person writes.
    ///
    /// - Parameter team: nil for the whole organisation.
    public func reportTexts(of team: String?) async throws -> [ReportField: String] {
        try await pool.read { db in
            let rows = try db.rows("SELECT field, text FROM reportText WHERE team = ?", [team ?? ""])
            return Dictionary(
                rows.compactMap { row in ReportField(rawValue: row["field"]).map { ($0, row["text"] as String) } }, uniquingKeysWith: { $1 })
        }
    }

    /// Keeps a part of the report for the next time; an empty text takes it away.
    public func keep(_ text: MaskedText, as field: ReportField, of team: String?, at date: Date) async throws {
        try await pool.write { db in
            guard !text.text.isEmpty else {
                return try db.run("DELETE FROM reportText WHERE team = ? AND field = ?", [team ?? "", field.rawValue])
            }
            try db.run(
                """
                INSERT INTO reportText (team, field, text, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (team, field) DO UPDATE SET text = excluded.text, at = excluded.at
                """,
                [team ?? "", field.rawValue, text.text, Time.milliseconds(date)])
        }
    }
}
