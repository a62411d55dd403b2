import Catalogue
import Foundation
import Service
import Support
import Synchronization
import Testing

@testable import Web

struct ChatLimitTests {
    private static let start = Date(timeIntervalSince1970: 1_764_000_000)

    @Test func `A visitor may press through a guide at once, and then says one thing every two seconds`() {
        let limit = ChatLimit()
        for _ in 0..<40 { #expect(limit.pause("a", from: "10.0.0.1", at: Self.start) == nil) }
        #expect(limit.pause("a", from: "10.0.0.1", at: Self.start) == 2)
        #expect(limit.pause("a", from: "10.0.0.1", at: Self.start + 1) == 1)
        #expect(limit.pause("a", from: "10.0.0.1", at: Self.start + 2) == nil)
        #expect(limit.pause("a", from: "10.0.0.1", at: Self.start + 2) == 2)
        #expect(limit.pause("a", from: "10.0.0.2", at: Self.start + 2) == 2)
        #expect(limit.pause("b", from: "10.0.0.1", at: Self.start + 2) == nil)
    }

    @Test func `Many visitors of one office are heard, one who comes with ever new cookies is not`() {
        let limit = ChatLimit()
        for visitor in 0..<30 {
            for _ in 0..<20 { #expect(limit.pause("\(visitor)", from: "10.0.0.1", at: Self.start) == nil) }
        }
        #expect(limit.pause("new", from: "10.0.0.1", at: Self.start) == 1)
        #expect(limit.pause("new", from: "10.0.0.9", at: Self.start) == nil)
        for second in 1...60 {
            for visitor in 0..<10 { #expect(limit.pause("\(second) \(visitor)", from: "10.0.0.1", at: Self.start + Double(second)) == nil) }
        }
    }

    @Test func `An address of IPv6 counts as its network`() {
        #expect(ChatLimit.network(of: "2001:db8:1:2::1") == ChatLimit.network(of: "2001:db8:1:2:ffff::9"))
        #expect(ChatLimit.network(of: "2001:db8:1:2::1") != ChatLimit.network(of: "2001:db8:1:3::1"))
        #expect(ChatLimit.network(of: "10.0.0.1") == "10.0.0.1")
    }

    @Test func `Memory is bounded, and who is held up stays so`() {
        let limit = ChatLimit()
        for _ in 0..<41 { _ = limit.pause("held", from: "10.0.0.1", at: Self.start) }
        for number in 0..<25_000 { _ = limit.pause("v\(number)", from: "10.1.0.\(number)", at: Self.start + Double(number) / 1000) }
        #expect(limit.keptCount <= 2 * ChatLimit.mostKept)
        #expect(limit.pause("held", from: "10.0.0.1", at: Self.start + 1) != nil)
    }

    @Test func `Both ways of the page say it in plain words, and go on after the pause`() async throws {
        let time = Mutex(Self.start)
        try await WebFixture.run(now: { time.withLock { $0 } }) { fixture in
            let browser = Browser(fixture.home)
            _ = try await browser.get("")
            for number in 0..<40 { #expect(try await browser.post("chat", #"{"id":"\#(number)","text":"xin chào","after":0}"#).status == 200) }
            let said = try await browser.get("chat?after=0").body
            let answer = try await browser.post("chat", #"{"id":"40","text":"xin chào","after":0}"#)
            #expect(answer.status == 429)
            #expect(answer.headers["retry-after"] == "2")
            let page = try await browser.submit("", ["text": "xin chào"])
            #expect(page.status == 429)
            #expect(page.headers["retry-after"] == "2")
            let word = try #require(fixture.service.catalogue.current.catalogue.pages["chat"]?["tooFast"])
            #expect(page.body.contains(word))
            #expect(try await browser.get("chat?after=0").body == said)
            #expect(fixture.service.metrics.counts[.slowedDown] == 2)
            time.withLock { $0 += 2 }
            #expect(try await browser.post("chat", #"{"id":"40","text":"xin chào","after":0}"#).status == 200)
        }
    }
}
