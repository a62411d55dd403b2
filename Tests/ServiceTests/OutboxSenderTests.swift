import Channels
import Dialogue
import Foundation
import ServiceLifecycle
import Storage
import Support
import Synchronization
import Testing

@testable import Service

struct OutboxSenderTests {
    private func seconds(_ fixture: OutboxFixture) -> TimeInterval { fixture.now.timeIntervalSince(OutboxFixture.start) }

    @Test func `Replies and their parts arrive in order, one at a time for each person`() async throws {
        let fixture = try OutboxFixture()
        for name in ["bác", "chú", "cô"] { try await fixture.say("một \(name)|hai/ba \(name)|bốn \(name)", name) }
        await fixture.run(fixture.sender())
        let sent = fixture.state.withLock { $0.sent }
        for name in ["bác", "chú", "cô"] {
            #expect(sent.filter { $0.name == name }.map(\.text) == ["một \(name)", "hai", "ba \(name)", "bốn \(name)"])
        }
        #expect(fixture.state.withLock { $0.mostAtOnce } == 1)
        #expect(try await fixture.store.deadLetters().isEmpty)
        #expect(try await fixture.store.outboxStanding().waiting.isEmpty)
    }

    @Test func `The web page's replies are never sent`() async throws {
        let fixture = try OutboxFixture()
        try await fixture.say("một", channel: "web")
        await fixture.run(fixture.sender())
        #expect(fixture.sent.isEmpty)
        #expect(try await fixture.store.outboxStanding().waiting.isEmpty)
    }

    @Test func `Each person and the platform get no more a second than they take`() async throws {
        let fixture = try OutboxFixture()
        var channel = MadeUpChannel()
        channel.capabilities = Capabilities(
            longestText: 100, buttons: 0, longestLabel: 0, freeWindow: nil, window: nil, rate: 2, ratePerPerson: 0.5)
        for name in ["a", "b", "c", "d"] { try await fixture.say("một|hai", name) }
        await fixture.run(fixture.sender(channel))
        let sent = fixture.state.withLock { $0.sent }
        #expect(sent.count == 8)
        #expect(seconds(fixture) >= 3.5)
        for name in ["a", "b", "c", "d"] {
            let times = sent.filter { $0.name == name }.map(\.at)
            #expect(times[1].timeIntervalSince(times[0]) >= 2)
        }
        // A person who has just got something waits for the next reply as well.
        try await fixture.say("ba", "d")
        await fixture.run(fixture.sender(channel))
        let last = fixture.state.withLock { $0.sent }.filter { $0.name == "d" }.suffix(2).map(\.at)
        #expect(last[1].timeIntervalSince(last[0]) >= 2)
    }

    @Test func `What is refused is tried again with growing pauses, and holds up only its own person`() async throws {
        let fixture = try OutboxFixture { text, attempt in text == "khó" && attempt < 4 ? 503 : 200 }
        try await fixture.say("khó|sau", "a")
        try await fixture.say("dễ", "b")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["dễ", "khó", "sau"])
        // 2 + 4 + 8 seconds, the platform's pause of 5 within them.
        #expect((14..<15).contains(seconds(fixture)))
    }

    @Test func `The platform's own word on when to come back is obeyed`() async throws {
        let fixture = try OutboxFixture { _, attempt in attempt == 1 ? 429 : 200 }
        try await fixture.say("một")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["một"])
        #expect((17..<19).contains(seconds(fixture)))
    }

    @Test func `A send that may have arrived is tried once more, then given up for a person to see, and the next ones go on`() async throws {
        let fixture = try OutboxFixture { text, _ in text == "mờ" ? 500 : 200 }
        try await fixture.say("mờ|rõ")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["rõ"])
        #expect(fixture.state.withLock { $0.tries["mờ"] } == 2)
        let letter = try #require(try await fixture.store.deadLetters().first)
        #expect(letter.reason.contains("may have arrived"))
        #expect(letter.channel == "thử")
    }

    @Test func `Refused buttons become plain messages, each sent once, from that part on`() async throws {
        let fixture = try OutboxFixture { text, _ in text == "hai?" ? 400 : 200 }
        try await fixture.say("một/hai?")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["một", "không nút: hai?", "không nút: hai?"])
        #expect(seconds(fixture) < 1)
    }

    @Test func `Plain text that is refused as well is given up`() async throws {
        let fixture = try OutboxFixture { _, _ in 400 }
        try await fixture.say("một?|hai")
        await fixture.run(fixture.sender())
        #expect(fixture.sent.isEmpty)
        #expect(try await fixture.store.deadLetters().count == 2)
    }

    @Test func `A refused token is renewed once for all, and everything goes out`() async throws {
        let fixture = try OutboxFixture { _, attempt in attempt == 1 ? 401 : 200 }
        for name in ["a", "b", "c", "d"] { try await fixture.say("một \(name)", name) }
        await fixture.run(fixture.sender())
        #expect(fixture.sent.count == 4)
        #expect(fixture.state.withLock { $0.renewals } == 1)
    }

    @Test func `A token that stays refused stops the channel, and nothing is lost`() async throws {
        let mended = Mutex(false)
        let fixture = try OutboxFixture { _, _ in mended.withLock { $0 } ? 200 : 401 }
        try await fixture.say("một", "a")
        try await fixture.say("hai", "b")
        let sender = fixture.sender(lanes: 1)
        await fixture.run(sender)
        #expect(fixture.state.withLock { $0.renewals } == 1)
        let stop = try #require(try await fixture.store.outboxStanding().stops.first)
        #expect(stop.reason.contains("token"))
        #expect(try await fixture.store.outboxStanding().waiting.map(\.replies) == [2])

        mended.withLock { $0 = true }
        _ = try await fixture.store.resend([])
        await fixture.run(sender)
        #expect(fixture.sent.sorted() == ["hai", "một"])
    }

    @Test func `Somebody who blocked us gets nothing more until they write, and what they missed can be seen`() async throws {
        let fixture = try OutboxFixture { text, _ in text == "chặn" ? 403 : 200 }
        try await fixture.say("chặn|sau đó", "a")
        try await fixture.say("một", "b")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["một"])
        #expect(try await fixture.store.deadLetters().count == 2)
        fixture.advance(to: fixture.now.addingTimeInterval(60))
        try await fixture.say("chào lại", "a")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["một", "chào lại"])
    }

    @Test func `A reply that nobody will take is given up at once`() async throws {
        let fixture = try OutboxFixture { text, _ in text == "hỏng" ? 410 : 200 }
        try await fixture.say("hỏng|tốt")
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["tốt"])
        #expect(try await fixture.store.deadLetters().map(\.reason) == ["status 410"])
    }

    @Test func `What was given up goes out when a person sends it again`() async throws {
        let mended = Mutex(false)
        let fixture = try OutboxFixture { _, _ in mended.withLock { $0 } ? 200 : 410 }
        try await fixture.say("một/hai|ba")
        let sender = fixture.sender()
        await fixture.run(sender)
        mended.withLock { $0 = true }
        let letters = try await fixture.store.deadLetters()
        #expect(try await fixture.store.resend(letters.map(\.id) + [999]) == letters.map(\.id))
        await fixture.run(sender)
        #expect(fixture.sent == ["một", "hai", "ba"])
    }

    @Test func `A platform that is down is asked by one message at a time, ever more rarely`() async throws {
        let isDown = Mutex(true)
        let fixture = try OutboxFixture { _, _ in isDown.withLock { $0 } ? 0 : 200 }
        for number in 0..<100 { try await fixture.say("lời \(number)", "người \(number)") }
        let sender = fixture.sender(lanes: 4)
        let end = OutboxFixture.start.addingTimeInterval(3600)
        await fixture.run(sender, until: end)
        let tries = fixture.state.withLock { $0.tries.values.reduce(0, +) }
        #expect((10...25).contains(tries))
        isDown.withLock { $0 = false }
        await fixture.run(sender)
        #expect(fixture.sent.count == 100)
        #expect(seconds(fixture) < 3600 + 700)
    }

    @Test func `After an outage the answers that the conversation left behind are given up, and the present ones go out`() async throws {
        let fixture = try OutboxFixture()
        for minute in 0..<5 { try await fixture.say("bước \(minute)", at: OutboxFixture.start.addingTimeInterval(Double(minute) * 60)) }
        try await fixture.say("bước 5|và lời nhắn", at: OutboxFixture.start.addingTimeInterval(300))
        fixture.advance(to: OutboxFixture.start.addingTimeInterval(360))
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["bước 5", "và lời nhắn"])
        #expect(try await fixture.store.deadLetters().count { $0.reason.contains("stale") } == 5)
    }

    @Test func `Many answers at once without an outage all go out`() async throws {
        let fixture = try OutboxFixture()
        for number in 0..<6 { try await fixture.say("lời \(number)", at: OutboxFixture.start.addingTimeInterval(Double(number))) }
        fixture.advance(to: OutboxFixture.start.addingTimeInterval(30))
        await fixture.run(fixture.sender())
        #expect(fixture.sent.count == 6)
    }

    @Test func `Past the free window nothing is sent unless paying is allowed, past the window nothing at all`() async throws {
        var channel = MadeUpChannel()
        channel.capabilities = Capabilities(
            longestText: 100, buttons: 0, longestLabel: 0, freeWindow: 3600, window: 7200, rate: 100, ratePerPerson: 100)
        for (after, allowsPaid, isSent) in [(3500.0, false, true), (3700, false, false), (3700, true, true), (7300, true, false)] {
            let fixture = try OutboxFixture()
            try await fixture.say("một")
            fixture.advance(to: OutboxFixture.start.addingTimeInterval(after))
            await fixture.run(fixture.sender(channel, allowsPaid: allowsPaid))
            #expect(fixture.sent.isEmpty != isSent)
            #expect(try await fixture.store.deadLetters().count == (isSent ? 0 : 1))
        }
    }

    @Test func `A clock that goes back holds nobody up`() async throws {
        let fixture = try OutboxFixture { _, attempt in attempt == 1 ? 503 : 200 }
        try await fixture.say("một")
        let sender = fixture.sender()
        await fixture.run(sender, until: OutboxFixture.start.addingTimeInterval(1))
        fixture.state.withLock { $0.now = OutboxFixture.start.addingTimeInterval(-86_400) }
        await fixture.run(sender)
        #expect(fixture.sent == ["một"])
        #expect(seconds(fixture) < -86_000)
    }

    @Test func `A crash in the middle of a send: it is tried once more, a second crash gives it up`() async throws {
        let folder = try TemporaryFolder()
        let fixture = try OutboxFixture(folder)
        try await fixture.say("một|hai")
        for crash in 1...2 {
            // Leased and never settled, as when the process is killed.
            let lease = try await fixture.store.lease(
                "thử", account: "", window: nil, limit: 9, until: fixture.now.addingTimeInterval(120), at: fixture.now)
            #expect(lease.map(\.reply.text) == ["một"], "crash \(crash)")
            #expect(try await fixture.store.nextDelivery("thử", account: "") == nil)
            try await fixture.store.beginDelivering("thử", account: "", at: fixture.now)
        }
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["hai"])
        #expect(try await fixture.store.deadLetters().map(\.reason).first?.contains("stopped while it was being sent") == true)
    }

    @Test func `A lease that nobody settled runs out`() async throws {
        let fixture = try OutboxFixture()
        try await fixture.say("một")
        let end = fixture.now.addingTimeInterval(120)
        _ = try await fixture.store.lease("thử", account: "", window: nil, limit: 9, until: end, at: fixture.now)
        await fixture.run(fixture.sender())
        #expect(fixture.sent.isEmpty)
        fixture.advance(to: end)
        await fixture.run(fixture.sender())
        #expect(fixture.sent == ["một"])
    }

    @Test func `Over real HTTP a reply arrives in order, though the platform hangs up once`() async throws {
        let (arrivals, arrival) = AsyncStream<Void>.makeStream()
        let tries = Mutex(0)
        let server = try LoopbackServer.answering { connection, _ in
            guard
                tries.withLock({
                    $0 += 1; return $0
                }) > 1
            else { return connection.hangUp() }
            connection.answer()
            arrival.yield()
        }
        var channel = MadeUpChannel()
        channel.platform = "http://127.0.0.1:\(server.port)"
        let fixture = try OutboxFixture()
        try await fixture.say("một/hai")
        let http = HTTPSender(policy: OutboundPolicy(hosts: ["127.0.0.1"]))
        let tools = OutboxSender.Tools(
            store: fixture.store, logger: fixture.tools().logger, send: { request throws(SendError) in try await http.send(request) })
        let running = Task { try await ServiceGroup(services: [OutboxSender([channel], tools: tools)], logger: tools.logger).run() }
        var iterator = arrivals.makeAsyncIterator()
        for _ in 1...2 { await iterator.next() }
        running.cancel()
        try await running.value
        #expect(server.requests.map { $0.suffix(4) }.map { $0.contains("hai") } == [false, false, true])
    }

    /// Without the ring the second of them would wait for a day, and the test for its limit.
    @Test(.timeLimit(.minutes(5))) func `What a turn queues goes out at once, and a stop lets the last send end`() async throws {
        let fixture = try OutboxFixture()
        let service = OutboxSender([MadeUpChannel()], tools: fixture.tools(longestWait: .seconds(86_400), now: { Date() }))
        let group = ServiceGroup(services: [service], logger: fixture.tools().logger)
        let running = Task { try await group.run() }
        var arrivals = fixture.arrivals.makeAsyncIterator()
        for number in 1...20 {
            try await fixture.say("lời \(number)")
            await arrivals.next()
        }
        await group.triggerGracefulShutdown()
        try await running.value
        #expect(fixture.sent == (1...20).map { "lời \($0)" })
        #expect(try await fixture.store.outboxStanding().waiting.isEmpty)
    }
}
