import Foundation
import Support
import Testing

struct PrintableTests {
    private static func run(_ arguments: String..., publicURL: String? = "https://hoidap.example.vn") async throws -> Program.Ending {
        let environment = ["TUNGNGO_CATALOGUE": Repository.root.path, "TUNGNGO_PUBLIC_URL": publicURL ?? ""].filter { !$0.value.isEmpty }
        return try await Program("tungngo", arguments, environment: environment).end()
    }

    /// Whatever a browser would fetch by itself when it opens the file.
    private static func fetched(by html: String) -> [Substring] {
        let pattern = /(?:<link[^>]*\shref|\ssrc|@import|url\()\s*=?\s*["'(]?([^"')\s>]+)/
        return html.matches(of: pattern).map(\.output.1).filter { !$0.hasPrefix("data:") && !$0.hasPrefix("#") }
    }

    @Test func `The pack holds every guide, needs nothing but itself, and is small`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "so-tay.html")
        let ending = try await Self.run("pack", "-o", file.path)
        #expect(ending.status == 0, "\(ending.errors)")
        let html = try String(contentsOf: file, encoding: .utf8)
        #expect(html.utf8.count < 1_000_000)
        let guides = try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "content/guides").path)
        for guide in guides where guide.hasSuffix(".md") {
            #expect(html.contains("<details class=\"guide\" id=\"\(guide.dropLast(3))\">"), "\(guide)")
        }
        #expect(Self.fetched(by: html) == [])
        #expect(html.contains("<style>"))
        #expect(html.contains("normalize('NFD')"))
        let address = try #require(html.firstRange(of: "hoidap.example.vn/huong-dan</a>"))
        let firstGuide = try #require(html.firstRange(of: "class=\"guide\""))
        #expect(address.lowerBound < firstGuide.lowerBound)
        #expect(html.contains("Dùng đến "))
    }

    @Test(arguments: [["leaflet", "khai-sinh"], ["leaflet", "--poster", "khai-sinh"]])
    func `A leaflet needs nothing but itself`(arguments: [String]) async throws {
        let environment = ["TUNGNGO_CATALOGUE": Repository.root.path, "TUNGNGO_PUBLIC_URL": "https://hoidap.example.vn"]
        let ending = try await Program("tungngo", arguments, environment: environment).end()
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("<svg class=\"code\""))
        #expect(Self.fetched(by: ending.output) == [])
        #expect(ending.output.contains(arguments.contains("--poster") ? "<body class=\"poster\">" : "<body class=\"leaflet\">"))
    }

    @Test func `Nothing is printed without our own address`() async throws {
        for ending in [try await Self.run("pack", publicURL: nil), try await Self.run("leaflet", "khai-sinh", publicURL: nil)] {
            #expect(ending.status != 0)
            #expect(ending.output.isEmpty)
            #expect(ending.errors.contains("TUNGNGO_PUBLIC_URL"))
        }
    }

    @Test func `A guide that is not there is refused with those that are`() async throws {
        let ending = try await Self.run("leaflet", "khong-co")
        #expect(ending.status != 0)
        #expect(ending.errors.contains("khai-sinh"))
    }
}
