import Foundation
import Support
import Testing

struct CommandTests {
    private static func run(_ arguments: String..., input: String? = nil) async throws -> Program.Ending {
        try await Program("tungngo", arguments, environment: ["TUNGNGO_CATALOGUE": Repository.root.path], input: input).end()
    }

    private struct Answer: Decodable {
        struct Match: Decodable {
            let intent: String
            let title: String
            let guide: String?
            let score: Double
            let because: [String]
        }

        let decision: String
        let matches: [Match]
    }

    private static func ask(_ question: String) async throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: Data(try await run("ask", "--json", question).output.utf8))
    }

    @Test func `Ask answers an abbreviated question, with reasons`() async throws {
        let answer = try await Self.ask("ko vào đc dvc")
        #expect(answer.decision == "answer")
        #expect(answer.matches.first?.intent == "dang-nhap-dich-vu-cong")
        #expect(answer.matches.first?.because.contains { $0.contains("dvc") } == true)
    }

    @Test func `Ask does not know the weather`() async throws {
        #expect(try await Self.ask("hôm nay trời đẹp quá").decision == "unknown")
    }

    @Test func `Chat walks a guide in the terminal`() async throws {
        let ending = try await Self.run("chat", input: "quen mat khau vneid\n1\nxong\n\n")
        #expect(ending.status == 0)
        #expect(ending.output.contains("trợ lý tự động"))
        #expect(ending.output.contains("Bước 1/"))
        #expect(ending.output.contains("Bước 2/"))
    }

    @Test(arguments: ["written", "bare", "typos", "teencode"])
    func `Eval measures under each condition`(condition: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "questions.jsonl")
        try Data("{\"text\":\"Quên mật khẩu VNeID\",\"intent\":\"quen-mat-khau-vneid\"}\n{\"text\":\"trời đẹp\",\"intent\":null}\n".utf8).write(
            to: file)
        let ending = try await Self.run("eval", "--json", "--condition", condition, file.path)
        let result = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Double])
        #expect(result["in_scope"] == 1)
        #expect(result["out_of_scope"] == 1)
        #expect(result["top1"] == 1)
        #expect(
            Set(result.keys) == [
                "in_scope", "top1", "top3", "top1_macro", "answered_right", "clarified_right", "answered_wrong", "refused", "out_of_scope",
                "out_of_scope_refused", "out_of_scope_answered", "questions", "questions_per_second", "microseconds_mean", "microseconds_p50",
                "microseconds_p99",
            ])
    }

    @Test func `A file of questions that is none is refused with its line`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "questions.jsonl")
        try Data("{\"text\":\"a\",\"intent\":null}\nhỏng\n".utf8).write(to: file)
        let ending = try await Self.run("eval", file.path)
        #expect(ending.status != 0)
        #expect(ending.errors.contains("questions.jsonl:2"))
    }

    @Test func `Replay without failed turns has nothing to do`() async throws {
        let folder = try TemporaryFolder()
        let ending = try await Self.run("replay", "--data", folder.url.path)
        #expect(ending.output.contains("0 of 0"))
    }
}
