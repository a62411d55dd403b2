import Catalogue
import Dialogue
import Foundation
import GRDB
import HelpDesk
import Reports
import Storage

/// The year's report of a whole province, over a log of 100,000 and of 1,000,000 sessions in three years, and what the sums cost
/// whoever logs.
enum YearReport {
    /// The city of the report: 1 + 23 + 139 teams, 1,129 members.
    private static let (communes, villages, members) = (23, 139, 1129)
    private static let days = 1095

    static func report(_ catalogue: Catalogue) async throws {
        print("\nThe year's report, 163 teams, 1129 members, sessions over three years")
        var small: Double?
        for sessions in [100_000, 1_000_000] {
            let folder = FileManager.default.temporaryDirectory.appending(path: "tungngo-bench-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let store = try Store(folder: DataFolder(folder), apology: Reply(text: "")) { _, _ in [] }
            _ = try await store.take(roster)
            let start = ContinuousClock.now
            try fill(folder, catalogue.guides.map(\.id), sessions)
            let filled = (ContinuousClock.now - start) / .microseconds(1) / Double(sessions)
            print("  \(sessions) sessions, \(Measure.rounded(filled)) µs each to log with their sums")
            for (name, team, from, to) in [
                ("the whole year, all teams", nil, "2025-01-01", "2025-12-31"), ("the whole year, one commune", "X1", "2025-01-01", "2025-12-31"),
                ("15 January to 20 December, all teams", nil, "2025-01-15", "2025-12-20"),
            ] as [(String, String?, String, String)] {
                guard let first = Day(from), let last = Day(to), let period = Period(from: first, to: last) else { continue }
                var times: [Double] = []
                for _ in 0..<7 {
                    let start = ContinuousClock.now
                    let activity = try await store.activity(of: team, in: period)
                    let report = ActivityReport(activity, of: nil, in: period, texts: [:], catalogue: catalogue, today: last)
                    precondition(!report.kinds.isEmpty)
                    times.append((ContinuousClock.now - start) / .milliseconds(1))
                }
                print("    \(name): \(Measure.rounded(times.sorted()[3])) ms, slowest \(Measure.rounded(times.max() ?? 0)) ms")
                guard name == "the whole year, all teams" else { continue }
                if let small { print("    \(Measure.rounded(times.sorted()[3] / small)) times that of 100000 sessions") }
                small = times.sorted()[3]
            }
            try store.close()
        }
    }

    private static var roster: Roster {
        var teams = [Team(code: "T", name: "Tổ mẫu")]
        teams += (1...communes).map { Team(code: "X\($0)", name: "Xã mẫu \($0)", parent: "T") }
        teams += (1...villages).map { Team(code: "V\($0)", name: "Thôn mẫu \($0)", parent: "X\($0 % communes + 1)") }
        let everybody = (1...members).map { Member(code: "M\($0)", name: "Người Mẫu \($0)") }
        let posts = everybody.enumerated().map { Post(team: "V\($0 % villages + 1)", member: $1.code, role: .member) }
        return Roster(teams: teams, members: everybody, posts: posts)
    }

    /// Fills the log day by day, as life does; guides and kinds are not all alike often.
    private static func fill(_ folder: URL, _ guides: [String], _ sessions: Int) throws {
        let database = try LogFile.open(folder)
        try database.write { db in
            try db.execute(sql: "CREATE TEMP TABLE guideNumber (number INTEGER PRIMARY KEY, guide TEXT)")
            for (number, guide) in guides.enumerated() {
                try db.execute(sql: "INSERT INTO guideNumber VALUES (?, ?)", arguments: [number, guide])
            }
            try db.execute(
                sql: """
                    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < \(sessions)),
                    random (n, r) AS (SELECT n, n * 2654435761 % 4294967296 FROM number),
                    made (n, kind, member, place, outcome) AS (
                        SELECT n, CASE r % 10 WHEN 0 THEN 'handover' WHEN 1 THEN 'given' WHEN 2 THEN 'given' WHEN 3 THEN 'relayed' ELSE 'self' END,
                            r / 10 % \(members) + 1, (r / 64 % 67) * (r / 4096 % 67) / 67 % \(guides.count),
                            CASE r / 128 % 8 WHEN 0 THEN 'unsolved' WHEN 1 THEN 'left' WHEN 2 THEN 'unknown' WHEN 3 THEN 'referred' ELSE 'solved' END
                        FROM random)
                    INSERT INTO helpSession (kind, member, team, channel, guide, openedAt, day, lastAt, closedAt, outcome, people, activated)
                    SELECT kind, iif(kind = 'self', NULL, member), iif(kind = 'self', NULL, 'V' || ((member - 1) % \(villages) + 1)), 'web', guide,
                        1700000000000, date('2024-01-01', (n * \(days) / \(sessions)) || ' days'), 1, 1, outcome, 1 + n % 3, n % 5 = 0
                    FROM made JOIN guideNumber ON guideNumber.number = place
                    """)
        }
        try database.close()
    }
}
