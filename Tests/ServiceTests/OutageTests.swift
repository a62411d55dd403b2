import Channels
import Dialogue
import Foundation
import Storage
import Synchronization
import Testing

@testable import Service

/// The platform is away for a day; everything waits, and then goes out. `make outage` runs it with 100,000 replies.
struct OutageTests {
    private static let replies = ProcessInfo.processInfo.environment["TUNGNGO_OUTAGE_REPLIES"].flatMap(Int.init) ?? 10_000
    private static let rate = 300.0

    @Test func `After a day without the platform all goes out in order at its rate, and what has passed its window is reported`() async throws {
        let fixture = try OutboxFixture()
        var channel = MadeUpChannel()
        channel.capabilities = Capabilities(
            longestText: 100, buttons: 0, longestLabel: 0, freeWindow: nil, window: 20 * 3600, rate: Self.rate, ratePerPerson: 1)
        let people = Self.replies / 2
        try await withThrowingTaskGroup(of: Void.self) { group in
            for slice in 0..<50 {
                group.addTask {
                    for person in stride(from: slice, to: people, by: 50) {
                        let at = OutboxFixture.start.addingTimeInterval(86_400 * Double(person) / Double(people))
                        try await fixture.say("một|hai", "\(person)", at: at)
                    }
                }
            }
            try await group.waitForAll()
        }
        let back = OutboxFixture.start.addingTimeInterval(86_400)
        fixture.advance(to: back)
        await fixture.run(fixture.sender(channel, lanes: 64))

        let sent = fixture.state.withLock { $0.sent }
        let late = try await fixture.store.deadLetters()
        #expect(late.allSatisfy { $0.reason.contains("too long ago") })
        #expect(sent.count + late.count == people * 2)
        // Who wrote in the first four of the 24 hours cannot be written to any more; those near the edge pass it while all waits.
        #expect(Double(late.count) >= Double(people) * 2 * 4 / 24)
        #expect(Double(late.count) <= Double(people) * 2 * 4.5 / 24)
        let disordered = Dictionary(grouping: sent, by: \.name).filter { $0.value.map(\.text) != ["một", "hai"] }
        // Of a person whose window ends between the two, the first has gone out.
        #expect(disordered.values.allSatisfy { $0.map(\.text) == ["một"] })
        #expect(disordered.count <= people / 100)
        // Never more than the rate and its small burst within any second, and no time lost.
        var first = sent.startIndex
        for (index, one) in sent.enumerated() {
            while one.at.timeIntervalSince(sent[first].at) > 1 { first += 1 }
            if Double(index - first + 1) > Self.rate * 1.25 { Issue.record("\(index - first + 1) within a second"); break }
        }
        let seconds = fixture.now.timeIntervalSince(back)
        #expect(seconds <= Double(sent.count) / Self.rate * 1.1 + 2)
    }
}
