import Dialogue
import Foundation
import GRDB
import HelpDesk
import Matching
import Service
import Storage
import Vietnamese

/// A member's own month in a log of one million sessions of 1,129 members: the goal is under 5 ms.
enum BigLog {
    private static let members = 1_129
    private static let sessions = 1_000_000

    static func report(_ snapshot: CatalogueInService.Snapshot) async throws {
        print("\n“Sổ của tôi” in a log of \(sessions) sessions of \(members) members over a year")
        let folder = FileManager.default.temporaryDirectory.appending(path: "tungngo-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = try DataFolder(folder)
        let store = try Store(folder: data, apology: snapshot.dialogue.apology()) { snapshot.dialogue.respond(to: $0, in: $1) }
        try await fill(folder)
        let text = MaskedText(masking: "sổ của tôi")
        let understanding = snapshot.matcher.understand(text.text)
        var times: [Double] = []
        for number in 1...200 {
            // Another member each time, so that nothing is warm but what is shared.
            let address = PersonAddress(channel: "bench", name: "\(number * 5)")
            let start = ContinuousClock.now
            _ = try await store.take(Turn(address: address, message: "\(number)", event: Event(at: Date(), input: .text(text, understanding))))
            times.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        let answered = try await store.replies(to: PersonAddress(channel: "bench", name: "1000"), after: 0).contains {
            $0.reply.text.contains(" ca, ")
        }
        try store.close()
        precondition(answered, "no book was shown")
        times.sort()
        print("  the whole turn, durable: \(Measure.rounded(times[100])) ms at the median, \(Measure.rounded(times[197])) ms at p99")
    }

    private static func fill(_ folder: URL) async throws {
        let (first, milliseconds) = (Date().addingTimeInterval(-364 * 86_400).timeIntervalSince1970, Int(Date().timeIntervalSince1970 * 1000))
        try await LogFile.open(folder).write { db in
            try db.execute(
                sql: """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(members))
                        INSERT INTO member (id, code, name) SELECT i, 'M' || i, 'Người mẫu ' || i FROM n;
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(members))
                        INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt)
                        SELECT i, 'bench', '', i, \(milliseconds), \(milliseconds) FROM n;
                    INSERT INTO account (person, member, since) SELECT id, id, 0 FROM member;
                    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(sessions - 1))
                        INSERT INTO helpSession (kind, person, member, channel, guide, openedAt, day, lastAt, closedAt, outcome, people)
                        SELECT CASE i % 3 WHEN 0 THEN 'given' WHEN 1 THEN 'relayed' ELSE 'handover' END, i % \(members) + 1, i % \(members) + 1,
                            'bench', 'kich-hoat-vneid', \(milliseconds), date(\(first) + i / \(sessions / 365 + 1) * 86400, 'unixepoch'),
                            \(milliseconds), \(milliseconds), 'solved', i % 4 + 1 FROM n
                    """)
        }
    }
}
