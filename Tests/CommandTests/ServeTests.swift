import Foundation
import GRDB
import Support
import Testing

struct ServeTests {
    private static func serve(_ data: URL) async throws -> (program: Program, home: URL) {
        let program = try Program("tungngo", ["serve", "--port", "0", "--data", data.path, "--catalogue", Repository.root.path])
        return (program, try await program.address())
    }

    private static func letters(_ number: Int) -> String {
        String(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 49) }.map(Character.init))
    }

    /// What is on disk after the service has ended, however it did.
    private static func texts(_ sql: String, in data: URL) throws -> [String] {
        let database = try DatabaseQueue(path: data.appending(path: "tungngo.sqlite").path)
        return try database.read { try String.fetchAll($0, sql: sql) }
    }

    @Test(arguments: 1...4)
    func `Whatever was answered with 200 is on disk once, though the service is killed`(round: Int) async throws {
        let folder = try TemporaryFolder()
        var taken: Set<String> = []
        for life in 0..<2 {
            let (program, home) = try await Self.serve(folder.url)
            taken.formUnion(
                await withTaskGroup(of: [String].self) { group in
                    for visitor in 0..<8 {
                        group.addTask {
                            let browser = Browser(home)
                            var answered: [String] = []
                            for message in 0..<400 {
                                // In letters: numbers would be masked.
                                let text = "đăng nhập dvc " + [round, life, visitor, message].map(Self.letters).joined(separator: " ")
                                let answer = try? await browser.post("chat", #"{"id":"\#(message)","text":"\#(text)","after":0}"#)
                                guard answer?.status == 200 else { break }
                                answered.append(text)
                                // The kill comes from within the load, at another place in each round.
                                if visitor == 0, message == round * 7 + life * 3 { program.signal(SIGKILL) }
                            }
                            return answered
                        }
                    }
                    return await group.reduce(into: Set()) { $0.formUnion($1) }
                })
            program.signal(SIGKILL)
            #expect(await program.end().status == SIGKILL)
        }
        let kept = try Self.texts("SELECT text FROM utterance", in: folder.url)
        #expect(!taken.isEmpty)
        #expect(taken.isSubset(of: kept))
        #expect(Set(kept).count == kept.count)
        // Each message that is there has its question and its reply: nothing is half done.
        #expect(
            try Self.texts("SELECT u.text FROM utterance u LEFT JOIN question q ON q.utterance = u.id WHERE q.id IS NULL", in: folder.url).isEmpty)
    }

    @Test func `A message that crashes the service is set aside on its second try, and the others go on`() async throws {
        let folder = try TemporaryFolder()
        let bomb = #"{"id":"bom","text":"nổ máy","after":0}"#
        var cookie: Browser?
        var port: Int?
        for _ in 0..<2 {
            let program = try Program("CrashingService", [Repository.root.path, folder.url.path])
            let home = try await program.address()
            // The visitor keeps the cookie from life to life; it is bound to the host, not to the port.
            let browser = cookie.map { $0.moved(to: home) } ?? Browser(home)
            if cookie == nil { _ = try await browser.get("") }
            cookie = browser
            port = home.port
            _ = try? await browser.post("chat", bomb)
            #expect(await program.end().status == SIGKILL)
        }
        #expect(port != nil)
        let program = try Program("CrashingService", [Repository.root.path, folder.url.path])
        let address = try await program.address()
        let browser = try #require(cookie).moved(to: address)
        let aside = try await browser.post("chat", bomb)
        #expect(aside.status == 200)
        #expect(aside.body.contains("trục trặc"))
        let good = try await browser.post("chat", #"{"id":"tốt","text":"quên mật khẩu vneid","after":1}"#)
        #expect(good.body.contains("Quên mật khẩu"))
        program.signal(SIGTERM)
        #expect(await program.end().status == 0)
        #expect(try Self.texts("SELECT reason FROM failedTurn", in: folder.url).count == 1)
    }

    @Test func `It stops cleanly by signal, and a second service on the same folder is refused`() async throws {
        let folder = try TemporaryFolder()
        let (program, home) = try await Self.serve(folder.url)
        #expect(try await Browser(home).get("readyz").status == 200)
        let second = try await Program("tungngo", ["serve", "--port", "0", "--data", folder.url.path, "--catalogue", Repository.root.path]).end()
        #expect(second.status != 0)
        #expect(second.errors.contains("another `tungngo serve`"))
        program.signal(SIGTERM)
        #expect(await program.end().status == 0)
    }

    @Test(arguments: [
        (["--demo", "--host", "0.0.0.0"], "--demo is for this machine only"), (["--port", "70000"], "0 to 65535"),
        (["--data", "/proc/nowhere"], "cannot be used"),
    ])
    func `What it cannot work with it refuses at the start`(arguments: [String], complaint: String) async throws {
        let ending = try await Program("tungngo", ["serve", "--catalogue", Repository.root.path] + arguments).end()
        #expect(ending.status != 0)
        #expect(ending.errors.contains(complaint))
    }

    @Test func `The demo prints a link that leads a coordinator in`() async throws {
        let folder = try TemporaryFolder()
        let program = try Program(
            "tungngo",
            ["serve", "--demo", "--demo-sessions", "10", "--port", "0", "--data", folder.url.path, "--catalogue", Repository.root.path])
        let link = try await program.address(in: "Coordinator")
        let page = try await Browser(link).submit(link.path, [:])
        #expect(page.body.contains("href=\"/quan-ly/cau-hoi\""))
        program.signal(SIGTERM)
        #expect(await program.end().status == 0)
    }

    @Test func `The demo answers nobody but this machine: with a channel's keys it does not start`() async throws {
        let environment = [
            "TUNGNGO_CATALOGUE": Repository.root.path, "TUNGNGO_TELEGRAM_TOKEN": "1:made-up", "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "made-up",
        ]
        let ending = try await Program("tungngo", ["serve", "--demo", "--port", "0"], environment: environment).end()
        #expect(ending.status != 0)
        #expect(ending.errors.contains("leave out the settings of the channels"))
        #expect(!ending.errors.contains("made-up"))
    }

    @Test func `What is measured is shown on a port of its own`() async throws {
        let folder = try TemporaryFolder()
        let program = try Program(
            "tungngo", ["serve", "--port", "0", "--internal-port", "0", "--data", folder.url.path, "--catalogue", Repository.root.path])
        let address = try await program.address(in: "Metrics:")
        let browser = Browser(address)
        #expect(address.path == "/metrics")
        #expect(try await browser.get("/metrics").body.contains("tungngo_commits_total 0"))
        #expect(try await browser.get("/").status == 404)
        program.signal(SIGTERM)
        #expect(await program.end().status == 0)
    }
}
