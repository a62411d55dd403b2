import Channels
import Dialogue
import Foundation
import HelpDesk
import Logging
import Support
import Synchronization
import Testing

@testable import Service
@testable import Storage

/// A hand-over is open or claimed by exactly one member, whoever comes at the same moment and whatever fails.
struct HandOverTests {
    private static let snapshot = Result { try CatalogueLoader(folder: Repository.root).load(at: start) }
    private static let start = Date(timeIntervalSince1970: 1_795_500_000)

    /// What a turn of the dialogue may be stopped at, once.
    enum Stop: String, CaseIterable, Sendable {
        case opening, claiming, reopening, calling

        func isAt(_ input: Event.Input) -> Bool {
            switch (self, input) {
            case (.opening, .told(.handOver)), (.claiming, .told(.claim)), (.reopening, .told(.reopened)): true
            case (.calling, .due(let deadline)): deadline.kind == .handOverWaits
            default: false
            }
        }
    }

    private struct Failure: Error {}

    /// One team with members who have accounts, and a citizen who belongs to it.
    private struct Desk {
        let folder: TemporaryFolder
        let store: Store
        let turns: TurnProcessor
        let schedule: Schedule
        let members: [PersonAddress]
        let citizen = PersonAddress(channel: "telegram", name: "bác Tư")

        init(members count: Int, stoppedAt stop: Stop? = nil) async throws {
            folder = try TemporaryFolder()
            let catalogue = CatalogueInService(try HandOverTests.snapshot.get())
            let dialogue = catalogue.current.dialogue
            let key = try KeyFile(folder.url.appending(path: "key"))
            let isStopped = Mutex(stop == nil)
            store = try Store(
                folder: DataFolder(folder.url), apology: dialogue.apology(), openTelephone: { try? key.open($0.data) }, clock: ManualClock()
            ) { event, situation in
                let isNow =
                    stop?.isAt(event.input) == true
                    && isStopped.withLock { isOver in
                        defer { isOver = true }
                        return !isOver
                    }
                // The database has been changed already when the dialogue is told of it.
                if isNow { throw Failure() }
                return dialogue.respond(to: event, in: situation)
            }
            turns = TurnProcessor(
                catalogue: catalogue, store: store, key: key, crashes: CrashGuard(), seam: { _ in })
            schedule = Schedule(store: store, logger: Logger(label: "test"))
            members = (0..<count).map { PersonAddress(channel: "telegram", name: "Mai \($0)") }
            let codes = members.indices.map { "M\($0)" }
            _ = try await store.take(
                Roster(
                    teams: [Team(code: "THON-1", name: "Thôn mẫu 1")], members: codes.map { Member(code: $0, name: "Người mẫu \($0)") },
                    posts: codes.map { Post(team: "THON-1", member: $0, role: .member) }))
            var random = SystemRandomNumberGenerator()
            for (member, code) in zip(members, codes) {
                let invite = InviteCode(using: &random)
                #expect(try await store.invite(code, with: invite, until: HandOverTests.start + 60))
                try await say("đăng ký \(invite)", by: member)
            }
            try await store.bind(citizen, to: "THON-1", at: HandOverTests.start)
        }

        @discardableResult
        func say(_ text: String, by person: PersonAddress, after seconds: TimeInterval = 0) async throws -> Turn.Outcome {
            try await turns.process(
                InboundMessage(
                    address: person, id: "\(person.name) \(text) \(seconds)", at: HandOverTests.start + seconds, content: .text(text),
                    wasGreeted: true))
        }

        func replies(to person: PersonAddress) async throws -> [String] {
            try await store.replies(to: person, after: 0).map(\.reply.text)
        }

        /// Whether each hand-over is open and nobody's, or claimed and one member's.
        func isWhole() throws -> Bool {
            try store.count(
                """
                SELECT count(*) FROM handOver WHERE NOT CASE state WHEN 'open' THEN coalesce(member, claimant, leaseUntil) IS NULL
                    ELSE member IS NOT NULL AND claimant IS NOT NULL AND leaseUntil IS NOT NULL END
                """) == 0
        }
    }

    @Test(arguments: [2, 20])
    func `Of members who claim at the same instant exactly one has it, and all others are told`(count: Int) async throws {
        let desk = try await Desk(members: count)
        try await desk.say("gặp người", by: desk.citizen)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for member in desk.members { group.addTask { try await desk.say("nhận 1", by: member, after: 1) } }
            try await group.waitForAll()
        }
        var (won, told) = (0, 0)
        for member in desk.members {
            let replies = try await desk.replies(to: member)
            won += replies.count { $0.contains("đã nhận yêu cầu #1") }
            told += replies.contains { $0.contains("đã có người nhận") } ? 1 : 0
        }
        #expect(won == 1)
        #expect(told == count - 1)
        #expect(try desk.isWhole())
        #expect(try desk.store.count("SELECT count(*) FROM handOver WHERE state = 'claimed'") == 1)
        #expect(try await desk.replies(to: desk.citizen).count { $0.contains("đã nhận giúp cô bác") } == 1)
        #expect(try desk.store.count("SELECT count(*) FROM helpSession WHERE kind = 'handover'") == 1)
    }

    @Test(arguments: Stop.allCases)
    func `A turn that fails leaves the hand-over open or claimed by one, and what was to happen happens later`(stop: Stop) async throws {
        let desk = try await Desk(members: 2, stoppedAt: stop)
        var failures = 0
        for (number, step) in [
            (desk.citizen, "gặp người"), (desk.citizen, "gặp người ạ"), (desk.members[0], "nhận 1"), (desk.members[0], "nhận #1"),
            (desk.members[0], "trả lại"), (desk.members[0], "trả lại ạ"), (desk.members[1], "nhận 1"),
        ].enumerated() {
            let seconds = TimeInterval(number) * 20 * 60
            _ = try await desk.schedule.runDue(at: Self.start + seconds)
            #expect(try desk.isWhole())
            if try await desk.say(step.1, by: step.0, after: seconds) == .failed { failures += 1 }
            #expect(try desk.isWhole())
        }
        #expect(try desk.store.count("SELECT count(*) FROM failedTurn") == 1)
        // A lease that runs out and a call that was not answered are nobody's message.
        #expect(failures == (stop == .opening || stop == .claiming ? 1 : 0))
        #expect(try desk.store.count("SELECT count(*) FROM handOver WHERE state = 'claimed' AND member = 2") == 1)
        // A failed deadline is nobody's question: no apology for it.
        let apologies = try await desk.replies(to: desk.citizen).count { $0.contains("trục trặc") }
        #expect(apologies == (stop == .opening ? 1 : 0))
    }

    @Test func `The number to call back on is read by who has the hand-over, and by nobody who had it before`() async throws {
        let desk = try await Desk(members: 2)
        try await desk.say("gặp người", by: desk.citizen)
        try await desk.say("nhận 1", by: desk.members[0], after: 1)
        try await desk.say("số tôi 0905 000 111", by: desk.citizen, after: 2)
        try await desk.say("đồng ý", by: desk.citizen, after: 3)
        #expect(try await desk.replies(to: desk.members[0]).contains { $0.contains("0905000111") })
        try await desk.say("trả lại", by: desk.members[0], after: 4)
        #expect(try await !desk.replies(to: desk.members[0]).contains { $0.contains("0905000111") })
        try await desk.say("nhận 1", by: desk.members[1], after: 5)
        #expect(try await desk.replies(to: desk.members[1]).contains { $0.contains("0905000111") })
        #expect(try await !desk.replies(to: desk.members[0]).contains { $0.contains("0905000111") })
        #expect(try await !desk.replies(to: desk.citizen).contains { $0.contains("0905") })
    }

    @Test func `Words that come late still reach the other person, once, and a late command does nothing`() async throws {
        let desk = try await Desk(members: 1)
        try await desk.say("gặp người", by: desk.citizen)
        try await desk.say("nhận 1", by: desk.members[0], after: 1)
        try await desk.say("câu sau của bác", by: desk.citizen, after: 9)
        try await desk.say("câu trước của bác", by: desk.citizen, after: 8)
        try await desk.say("câu sau của cháu", by: desk.members[0], after: 9)
        try await desk.say("câu trước của cháu", by: desk.members[0], after: 8)
        try await desk.say("trả lại", by: desk.members[0], after: 7)
        for words in ["câu sau của bác", "câu trước của bác"] {
            #expect(try await desk.replies(to: desk.members[0]).filter { $0.contains(words) } == ["Bác #1: \(words)"])
        }
        for words in ["câu sau của cháu", "câu trước của cháu"] {
            #expect(try await desk.replies(to: desk.citizen).filter { $0.contains(words) } == ["Thôn mẫu 1: \(words)"])
        }
        #expect(try desk.store.count("SELECT count(*) FROM handOver WHERE state = 'claimed'") == 1)
    }

    @Test func `A deadline that fails comes again, and does not hold up the others`() async throws {
        let desk = try await Desk(members: 1, stoppedAt: .calling)
        try await desk.say("gặp người", by: desk.citizen)
        _ = try await desk.schedule.runDue(at: Self.start + 901)
        #expect(try await desk.store.failedTurns().count == 1)
        #expect(try await !desk.replies(to: desk.citizen).contains { $0.contains("Hiện chưa ai") })
        _ = try await desk.schedule.runDue(at: Self.start + 901 + 600)
        #expect(try await desk.replies(to: desk.citizen).contains { $0.contains("Hiện chưa ai") })
    }
}
