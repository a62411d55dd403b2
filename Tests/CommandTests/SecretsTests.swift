import Foundation
import Support
import Testing

/// Promise 4, end to end: the real service, every entrance, and then a search of everything that it wrote.
struct SecretsTests {
    /// Made up. None of them may be found anywhere afterwards.
    private static let secrets = [
        "079199000111", "0905000111", "0905 000 111", "4111111111111111", "4111 1111", "774193", "MauThu@123", "bac.mau@example.vn",
    ]
    private static let text =
        "cccd của tôi 079199000111, gọi 0905 000 111, thẻ 4111 1111 1111 1111, otp 774193, mk là MauThu@123, mail bac.mau@example.vn, giúp tôi"

    @Test func `No secret sent through any entrance is found in the data folder, the log or an answer`() async throws {
        let folder = try TemporaryFolder()
        let program = try Program("tungngo", ["serve", "--port", "0", "--data", folder.url.path, "--catalogue", Repository.root.path])
        let browser = Browser(try await program.address())
        _ = try await browser.get("")
        let answers = [
            try await browser.post("chat", #"{"id":"0905000111","text":"\#(Self.text)","after":0}"#),
            try await browser.submit("", ["text": Self.text]),
            try await browser.submit("", ["value": "o|0905000111|774193||1"]),
            try await browser.post("chat", #"{"id":"x","value":"mk là MauThu@123"}"#),
            try await browser.post("chat", #"{"text": mk là MauThu@123"#),
            try await browser.get("0905000111"),
        ]
        _ = try await browser.get("chat?after=774193")
        #expect(answers[0].body.contains("đã che"))
        // Killed, not stopped: the write-ahead log is searched as well.
        program.signal(SIGKILL)
        _ = await program.end()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
        #expect(files.contains("tungngo.sqlite-wal"))
        for secret in Self.secrets {
            #expect(try folder.files(containing: secret).isEmpty)
            #expect(!program.complaints.contains(secret))
            #expect(!answers.contains { $0.body.contains(secret) }, "\(secret)")
        }
    }

    @Test func `The terminal's entrances keep none either`() async throws {
        let environment = ["TUNGNGO_CATALOGUE": Repository.root.path]
        let chat = try await Program("tungngo", ["chat"], environment: environment, input: Self.text + "\n\n").end()
        let ask = try await Program("tungngo", ["ask", Self.text], environment: environment).end()
        for secret in Self.secrets {
            #expect(!(chat.output + chat.errors + ask.output + ask.errors).contains(secret), "\(secret)")
        }
    }
}
