import Channels
import Dialogue
import Foundation
import HelpDesk
import Logging
import Matching
import Storage
import Support
import Synchronization
import Vietnamese

@testable import Service

/// A store whose dialogue says back each line that it is told, a made-up platform, and a clock that only the test moves.
final class OutboxFixture: Sendable {
    /// What the platform got.
    struct Sent: Sendable, Hashable {
        let name: String
        let text: String
        let at: Date
    }

    struct State {
        var now = OutboxFixture.start
        var sent: [Sent] = []
        var tries: [String: Int] = [:]
        var underWay: [String: Int] = [:]
        var mostAtOnce = 0
        var renewals = 0
    }

    static let start = Date(timeIntervalSince1970: 1_795_500_000)

    let folder: TemporaryFolder
    let store: Store
    let state = Mutex(State())
    /// One element for each message that the platform took.
    let arrivals: AsyncStream<Void>
    private let arrival: AsyncStream<Void>.Continuation
    private let answer: @Sendable (_ text: String, _ attempt: Int) -> Int

    /// - Parameter answer: the platform's status for a text and the how-manieth try of it, from 1.
    init(_ folder: TemporaryFolder? = nil, answer: @escaping @Sendable (_ text: String, _ attempt: Int) -> Int = { _, _ in 200 }) throws {
        self.folder = try folder ?? TemporaryFolder()
        self.answer = answer
        (arrivals, arrival) = AsyncStream.makeStream()
        store = try Store(folder: DataFolder(self.folder.url), apology: Reply(text: "xin lỗi"), clock: ManualClock()) { event, _ in
            guard case .text(let text, _) = event.input else { return [] }
            return text.text.split(separator: "|").map { word in
                let choices = word.hasSuffix("?") ? [Choice(label: "có", value: ChoiceValue(.keep, turn: 1))] : []
                return .reply(Reply(text: String(word.replacing("/", with: "\n")), choices: choices))
            }
        }
    }

    var now: Date { state.withLock { $0.now } }
    var sent: [String] { state.withLock { $0.sent.map(\.text) } }

    func advance(to date: Date) { state.withLock { $0.now = max($0.now, date) } }

    /// Queues a reply for each part between bars; one with a question mark has a choice, one with slashes is several messages.
    func say(_ text: String, _ name: String = "bác-mẫu", channel: String = "thử", at date: Date? = nil) async throws {
        let event = Event(
            at: date ?? now, input: .text(MaskedText(masking: text), Understanding(decision: .unknown, matches: [], confidence: 0)))
        _ = try await store.take(
            Turn(address: PersonAddress(channel: channel, name: name), message: UUID().uuidString, event: event))
    }

    func sender(_ channel: MadeUpChannel = MadeUpChannel(), lanes: Int = 16, allowsPaid: Bool = false) -> ChannelSender {
        ChannelSender(channel, tools: tools(lanes: lanes, allowsPaid: allowsPaid))
    }

    /// - Parameter now: the test's clock, unless another is given.
    func tools(
        lanes: Int = 16, allowsPaid: Bool = false, longestWait: Duration = .seconds(5), now: (@Sendable () -> Date)? = nil
    ) -> OutboxSender.Tools {
        OutboxSender.Tools(
            store: store, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, allowsPaid: allowsPaid, lanes: lanes,
            longestWait: longestWait,
            send: { [self] request throws(SendError) in try await take(request) },
            renewToken: { [self] _ throws(SendError) in state.withLock { $0.renewals += 1 } }, now: now ?? { [self] in self.now }, random: { 1 })
    }

    /// The platform.
    private func take(_ request: OutboundRequest) async throws(SendError) -> HTTPAnswer {
        let (name, text) = (request.url.lastPathComponent, String(decoding: request.body, as: UTF8.self))
        let attempt = state.withLock { state in
            state.tries[text, default: 0] += 1
            state.underWay[name, default: 0] += 1
            state.mostAtOnce = max(state.mostAtOnce, state.underWay[name] ?? 0)
            return state.tries[text] ?? 0
        }
        await Task.yield()
        let status = answer(text, attempt)
        state.withLock { state in
            state.underWay[name, default: 0] -= 1
            if status == 200 { state.sent.append(Sent(name: name, text: text, at: state.now)) }
        }
        if status == 200 { arrival.yield() }
        if status == 0 { throw SendError(.retry(after: nil), summary: "refused") }
        return HTTPAnswer(status: status, headers: status == 429 ? ["retry-after": "17"] : [:])
    }

    /// Lets a sender work, moving the clock on whenever there is nothing to do now; until nothing waits or the time is over.
    func run(_ sender: ChannelSender, until end: Date = .distantFuture) async {
        while true {
            let round = await sender.look()
            await withTaskGroup(of: Void.self) { group in
                for delivery in round.deliveries { group.addTask { await sender.deliver(delivery) } }
            }
            guard round.deliveries.isEmpty else { continue }
            guard let next = round.next, next <= end else { break }
            advance(to: next)
        }
        if end != .distantFuture { advance(to: end) }
    }
}
