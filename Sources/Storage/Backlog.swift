import GRDB

/// What is left to do for people, in numbers.
public struct Backlog: Sendable {
    /// Replies that were given up, as `tungngo outbox list` shows them.
    public let givenUp: Int
    /// Turns that `tungngo replay` can run again.
    public let failedTurns: Int
    /// Hand-overs that nobody has claimed, and those that somebody has.
    public let open: Int
    public let claimed: Int
}

extension Store {
    /// Counts what is left; each count reads an index of just that.
    public func backlog() async throws -> Backlog {
        try await pool.read { db in
            func count(_ rows: String) throws -> Int { try db.row("SELECT count(*) AS number FROM \(rows)", [])?["number"] ?? 0 }
            return Backlog(
                givenUp: try count("outbox WHERE state = 'given-up'"),
                failedTurns: try count("failedTurn WHERE replayedAt IS NULL AND input IS NOT NULL"),
                open: try count("handOver WHERE state <> 'closed' AND state = 'open'"),
                claimed: try count("handOver WHERE state = 'claimed'"))
        }
    }
}
