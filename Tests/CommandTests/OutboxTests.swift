import Foundation
import GRDB
import Support
import Testing

struct OutboxTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: String...) async throws -> Program.Ending {
        try await Program("tungngo", ["outbox"] + arguments, environment: ["TUNGNGO_DATA": folder.url.path]).end()
    }

    @Test func `What was given up is listed without a word of it, and goes into the line again by its id or altogether`() async throws {
        #expect(try await run("list").output == "nothing waits, nothing was given up\n")
        let queue = try DatabaseQueue(path: folder.url.appending(path: "tungngo.sqlite").path)
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO person (id, channel, account, name, firstSeenAt, lastSeenAt) VALUES (7, 'telegram', '', 'TEN-RIENG', 0, 0);
                    INSERT INTO outbox (id, person, number, reply, state, queuedAt, lastError, endedAt)
                        VALUES (1, 7, 1, '{"text":"LOI-RIENG","choices":[]}', 'given-up', 0, 'lý do mẫu', 0),
                               (2, 7, 2, '{"text":"LOI-RIENG","choices":[]}', 'given-up', 0, 'lý do mẫu', 0);
                    INSERT INTO channelStop VALUES ('telegram', '', 0, 'token is refused');
                    """)
        }
        let list = try await run("list").output
        #expect(list.contains("1\t1970-01-01T00:00:00Z\t1970-01-01T00:00:00Z\ttelegram\tperson 7\tlý do mẫu\n"))
        #expect(list.contains("stopped\ttelegram\tsince 1970-01-01T00:00:00Z\ttoken is refused\n"))
        #expect(!list.contains("RIENG"))

        #expect(try await run("resend").status != 0)
        let one = try await run("resend", "1", "99")
        #expect(one.status == 1)
        #expect(one.output.contains("1 of 2"))
        #expect(one.errors.contains("99"))
        #expect(try await run("list").output.contains("waiting\ttelegram\t1 replies"))
        #expect(try await run("resend", "--all").status == 0)
        let after = try await run("list").output
        #expect(after.contains("waiting\ttelegram\t2 replies"))
        #expect(!after.contains("lý do mẫu"))
        #expect(!after.contains("stopped"))
    }
}
