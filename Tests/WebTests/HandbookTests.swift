import Catalogue
import Foundation
import Matching
import Service
import Support
import Testing

@testable import Web

struct HandbookTests {
    private static let home = "https://hoidap.example.vn"

    @Test func `The handbook lists every guide below its group, and each has its page`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let catalogue = fixture.service.catalogue.current.catalogue
            let page = try await browser.get("huong-dan")
            #expect(page.status == 200)
            for guide in catalogue.guides {
                #expect(page.body.contains(#"href="/huong-dan/\#(guide.id)""#), "\(guide.id)")
                let own = try await browser.get("huong-dan/\(guide.id)")
                #expect(own.status == 200)
                for step in guide.steps {
                    #expect(own.body.contains(Self.escaped(step.title)), "\(guide.id): \(step.title)")
                    for trouble in step.troubles { #expect(own.body.contains("<summary>" + Self.escaped(trouble.title))) }
                }
                #expect(own.body.contains(guide.checked.written))
                #expect(own.body.contains(#"value="o|\#(guide.id)|||0""#))
            }
            #expect(try await browser.get("huong-dan/khong-co").status == 404)
        }
    }

    @Test func `Pages are shared for five minutes and not sent twice`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let page = try await browser.get("huong-dan/khai-sinh")
            #expect(page.headers["cache-control"] == "public, max-age=300")
            #expect(page.headers["set-cookie"] == nil)
            let tag = try #require(page.headers["etag"])
            #expect(try await browser.get("huong-dan/khai-sinh", headers: ["If-None-Match": tag]).status == 304)
            #expect(try await browser.get("huong-dan/khai-sinh", headers: ["If-None-Match": "\"khac\""]).status == 200)
        }
    }

    @Test(arguments: ["ko vao dc dvc", "quen mat khau vneid"])
    func `A search is answered in place: what was typed stands in no address and is kept by nobody`(question: String) async throws {
        try await WebFixture.run { fixture in
            let page = try await Browser(fixture.home).submit("huong-dan", ["text": question])
            #expect(page.status == 200)
            #expect(page.headers["location"] == nil)
            #expect(page.headers["cache-control"] == "no-store")
            let matches = fixture.service.catalogue.current.matcher.understand(question).matches
            let first = try #require(matches.first?.guide)
            let found = try #require(page.body.firstRange(of: #"class="found""#)?.upperBound)
            let link = try #require(page.body[found...].firstRange(of: #"href="/huong-dan/"#)?.upperBound)
            #expect(page.body[link...].hasPrefix(first + "\""))
        }
    }

    @Test func `What is searched is shown masked and as text, and nothing is no search`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let page = try await browser.submit("huong-dan", ["text": "<b>cccd</b> 079199000111 \"\u{301}"])
            #expect(page.body.contains("&lt;b&gt;cccd"))
            #expect(!page.body.contains("079199000111"))
            let empty = try await browser.submit("huong-dan", ["text": "  "])
            #expect(!empty.body.contains(#"class="found""#))
        }
    }

    @Test func `A guide overdue for review says so`() async throws {
        try await WebFixture.run(now: { Date(timeIntervalSince1970: 2_000_000_000) }) { fixture in
            let page = try await Browser(fixture.home).get("huong-dan/khai-sinh")
            #expect(page.body.contains(#"class="warning""#))
        }
        try await WebFixture.run(now: { Date(timeIntervalSince1970: 1_796_000_000) }) { fixture in
            let page = try await Browser(fixture.home).get("huong-dan/khai-sinh")
            #expect(!page.body.contains(#"class="warning""#))
        }
    }

    @Test func `The sitemap lists all pages by whole addresses, and there is none without ours`() async throws {
        try await WebFixture.run(publicURL: Self.home + "/") { fixture in
            let browser = Browser(fixture.home)
            let map = try await browser.get("sitemap.xml")
            let guides = fixture.service.catalogue.current.catalogue.guides
            #expect(map.body.components(separatedBy: "<loc>").count == guides.count + 2)
            for guide in guides { #expect(map.body.contains("<loc>\(Self.home)/huong-dan/\(guide.id)</loc>")) }
            #expect(try await browser.get("robots.txt").body.contains("Sitemap: \(Self.home)/sitemap.xml"))
            #expect(try await browser.get("huong-dan/khai-sinh").body.contains(#"<link rel="canonical" href="\#(Self.home)/huong-dan/khai-sinh">"#))
        }
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let map = try await browser.get("sitemap.xml")
            #expect(map.status == 404)
            #expect(try await !browser.get("robots.txt").body.contains("Sitemap"))
            #expect(try await !browser.get("huong-dan/khai-sinh").body.contains("canonical"))
        }
    }

    @Test func `Only the embedded page may stand in a frame of another site`() async throws {
        try await WebFixture.run(publicURL: Self.home) { fixture in
            let browser = Browser(fixture.home)
            let embedded = try await browser.get("nhung")
            #expect(embedded.headers["content-security-policy"]?.hasSuffix("frame-ancestors *") == true)
            #expect(embedded.headers["x-frame-options"] == nil)
            #expect(embedded.body.components(separatedBy: #"<li><a href="/huong-dan/"#).count == 7)
            for path in ["huong-dan", "huong-dan/khai-sinh", "nhung/huong-dan", ""] {
                let page = try await browser.get(path)
                #expect(page.headers["content-security-policy"]?.hasSuffix("frame-ancestors 'none'") == true)
                #expect(page.headers["x-frame-options"] == "DENY")
            }
            #expect(try await browser.get("nhung/huong-dan").body.contains("&lt;iframe src=&quot;\(Self.home)/nhung&quot;"))
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
