import Foundation
import GRDB
import Support
import Testing

/// A citizen and two members on the web chat, and a service that is killed in the middle of it, again and again.
struct HandOverKillTests {
    /// Where the kill comes: after so many answers of the concurrent messages of that moment; nil: before the first.
    struct Kills: Sendable, CustomTestStringConvertible {
        let asking, claiming, relaying: Int
        var testDescription: String { "asking \(asking), claiming \(claiming), relaying \(relaying)" }
    }

    /// Something somebody says. It is sent again with the same id, as a page does, until it is answered with 200.
    private struct Line: Sendable {
        let person: Int
        let id: String
        let text: String
    }

    private actor Count {
        private var value = 0

        func next() -> Int {
            value += 1
            return value
        }
    }

    private let folder: TemporaryFolder
    /// Two members, then the citizen.
    private let people: [Browser]

    init() async throws {
        folder = try TemporaryFolder()
        let nowhere = try #require(URL(string: "http://127.0.0.1:9"))
        people = (0..<3).map { _ in Browser(nowhere) }
    }

    private func members(_ arguments: [String]) async throws -> String {
        try await Program(
            "tungngo", ["members"] + arguments + ["--data", folder.url.path], environment: ["TUNGNGO_CATALOGUE": Repository.root.path]
        ).end().output
    }

    /// The service between two kills, and the people at its address.
    private typealias Life = (program: Program, people: [Browser])

    private func serve() async throws -> Life {
        let program = try Program("tungngo", ["serve", "--port", "0", "--data", folder.url.path, "--catalogue", Repository.root.path])
        let home = try await program.address()
        return (program, people.map { $0.moved(to: home) })
    }

    /// Says all lines at once in a life of the service that ends by a kill after so many answers, then what was not answered
    /// in the next one.
    private func say(_ lines: [Line], in life: Life, killedAfter count: Int) async throws -> Life {
        let (program, browsers) = life
        let answered = Count()
        if count == 0 { program.signal(SIGKILL) }
        let open = await withTaskGroup(of: Line?.self) { group in
            for line in lines {
                group.addTask {
                    guard let answer = try? await Self.post(line, browsers), answer.status == 200 else { return line }
                    if await answered.next() == count { program.signal(SIGKILL) }
                    return nil
                }
            }
            return await group.reduce(into: [Line]()) { open, line in line.map { open.append($0) } }
        }
        program.signal(SIGKILL)
        #expect(await program.end().status == SIGKILL)
        #expect(try isWhole())
        let next = try await serve()
        for line in open { #expect(try await Self.post(line, next.people).status == 200) }
        #expect(try isWhole())
        return next
    }

    private static func post(_ line: Line, _ browsers: [Browser]) async throws -> Browser.Answer {
        try await browsers[line.person].post("chat", #"{"id":"\#(line.id)","text":"\#(line.text)","after":0}"#)
    }

    private func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int? {
        try DatabaseQueue(path: folder.url.appending(path: "tungngo.sqlite").path).read { try Int.fetchOne($0, sql: sql, arguments: arguments) }
    }

    /// Each hand-over is open and nobody's, or claimed and one member's; the citizen has one at most.
    private func isWhole() throws -> Bool {
        let broken = try count(
            """
            SELECT count(*) FROM handOver WHERE NOT CASE state WHEN 'open' THEN coalesce(member, claimant, leaseUntil) IS NULL
                ELSE member IS NOT NULL AND claimant IS NOT NULL AND leaseUntil IS NOT NULL END
            """)
        return try broken == 0 && count("SELECT count(*) FROM handOver") ?? 2 <= 1
    }

    /// In letters: numbers would be masked.
    private static func word(_ number: Int) -> String {
        String(UnicodeScalar(UInt8(97 + number / 10))) + String(UnicodeScalar(UInt8(97 + number % 10)))
    }

    @Test(arguments: [Kills(asking: 1, claiming: 0, relaying: 5), Kills(asking: 0, claiming: 1, relaying: 13)])
    func `A kill at any point leaves the hand-over open or claimed by one, and all words there once`(kills: Kills) async throws {
        let file = folder.url.appending(path: "tổ.csv")
        try Data("mã tổ,tên tổ,họ tên,mã thành viên\nTHON-1,Thôn mẫu 1,Mai Mẫu,M1\nTHON-1,,Nam Mẫu,M2\n".utf8).write(to: file)
        _ = try await members(["import", file.path])
        let codes = try await members(["invite", "THON-1"]).matches(of: /[A-Z]{4}-[2-9]{4}/).map { String($0.output) }
        #expect(codes.count == 2)

        var life = try await serve()
        for browser in life.people { _ = try await browser.get("") }
        for (person, code) in codes.enumerated() {
            #expect(try await Self.post(Line(person: person, id: "mã", text: "đăng ký \(code)"), life.people).body.contains("Đã đăng ký xong"))
        }
        #expect(try await life.people[2].submit("to/THON-1", [:]).status == 200)

        life = try await say([Line(person: 2, id: "hỏi", text: "gặp người")], in: life, killedAfter: kills.asking)
        #expect(try count("SELECT count(*) FROM handOver WHERE state = 'open'") == 1)

        life = try await say((0..<2).map { Line(person: $0, id: "nhận", text: "nhận 1") }, in: life, killedAfter: kills.claiming)
        #expect(try count("SELECT count(*) FROM handOver WHERE state = 'claimed'") == 1)
        let claimant = try count("SELECT member FROM handOver") == 1 ? 0 : 1

        let words = (0..<30).map(Self.word)
        let lines = words.enumerated().map { Line(person: $0 % 2 == 0 ? 2 : claimant, id: $1, text: "bác xem chỗ \($1) giúp") }
        life = try await say(lines, in: life, killedAfter: kills.relaying)
        life.program.signal(SIGTERM)
        #expect(await life.program.end().status == 0)
        for word in words {
            let there = try count("SELECT count(*) FROM outbox WHERE reply LIKE ?", ["%: bác xem chỗ \(word) giúp%"])
            #expect(there == 1, "“\(word)” is there \(there ?? 0) times")
        }
        #expect(try count("SELECT count(*) FROM outbox WHERE reply LIKE '%Đã báo Thôn mẫu 1%'") == 1)
        #expect(try count("SELECT count(*) FROM outbox WHERE reply LIKE '%đã nhận giúp cô bác%'") == 1)
    }
}
