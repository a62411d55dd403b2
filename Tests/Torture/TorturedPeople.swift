import Foundation
import Support
import Synchronization

/// People who walk through a guide over Telegram, one after the other for each sender: they ask, wait for the answer, press its button.
///
/// Telegram sends again what was not answered with 200, and now and then what was: both at once, or once more afterwards.
struct TorturedPeople: Sendable {
    private static let mostPresses = 2
    /// Whoever has no answer after this long goes home.
    private static let patience = Duration.seconds(8)
    /// A request without any answer for so many seconds is sent again.
    private static let longestRequest: TimeInterval = 30

    private struct State {
        var update = 0
        var person = 100_000
        var acknowledged: Set<Int> = []
        var texts: [Int: String] = [:]
        var random: SeededRandom
        var isOver = false
        var listeners: [(count: Int, isThere: AsyncStream<Void>.Continuation)] = []
    }

    private final class Shared: Sendable {
        let state: Mutex<State>

        init(seed: UInt64) {
            state = Mutex(State(random: SeededRandom(seed)))
        }
    }

    let service: TorturedService
    let platform: RecordingTelegram
    private let browser: Browser
    private let shared: Shared

    init(service: TorturedService, platform: RecordingTelegram, seed: UInt64) {
        self.service = service
        self.platform = platform
        browser = Browser(Repository.root, patience: Self.longestRequest)
        shared = Shared(seed: seed)
    }

    /// The updates that were answered with 200.
    var acknowledged: Set<Int> { shared.state.withLock { $0.acknowledged } }
    /// The text of each update that has one.
    var texts: [Int: String] { shared.state.withLock { $0.texts } }

    /// Waits until so many more updates have been answered with 200, for so long at most.
    func waitForAcknowledgements(_ number: Int, within limit: Duration = .seconds(60)) async {
        let (arrivals, isThere) = AsyncStream<Void>.makeStream()
        shared.state.withLock { $0.listeners.append(($0.acknowledged.count + number, isThere)) }
        let deadline = Task {
            try await Task.sleep(for: limit)
            isThere.finish()
        }
        defer { deadline.cancel() }
        for await _ in arrivals {}
    }

    private func acknowledge(_ update: Int) {
        shared.state.withLock { state in
            state.acknowledged.insert(update)
            for listener in state.listeners where listener.count <= state.acknowledged.count { listener.isThere.finish() }
            state.listeners.removeAll { $0.count <= state.acknowledged.count }
        }
    }

    /// Nobody new comes; who is there goes on to the end.
    func finish() {
        shared.state.withLock { $0.isOver = true }
    }

    /// One sender: person after person.
    func send() async {
        while let person = nextPerson() { await walk(person) }
    }

    private func nextPerson() -> Int? {
        shared.state.withLock { state in
            guard !state.isOver else { return nil }
            state.person += 1
            return state.person
        }
    }

    private func walk(_ person: Int) async {
        let messages = platform.messages(in: String(person))
        // In letters: numbers would be masked.
        let letters = String(String(person).unicodeScalars.compactMap { Unicode.Scalar($0.value + 49) }.map(Character.init))
        await post(person, text: "quên mật khẩu vneid \(letters)") { try await $0.telegram($1, from: person, text: "quên mật khẩu vneid \(letters)") }
        let patience = Task {
            try await Task.sleep(for: Self.patience)
            platform.leave(String(person))
        }
        defer { patience.cancel() }
        var pressed: Set<String> = []
        for await message in messages {
            guard let value = Self.button(in: message), pressed.insert(value).inserted else { continue }
            await post(person) { try await $0.telegram($1, from: person, pressing: value) }
            guard pressed.count < Self.mostPresses else { break }
        }
    }

    /// Sends an update until it is answered with 200, or called off.
    private func post(_ person: Int, text: String? = nil, _ send: @escaping @Sendable (Webhook, Int) async throws -> Browser.Answer) async {
        let (update, isDoubled, isRepeated) = shared.state.withLock { state in
            state.update += 1
            if let text { state.texts[state.update] = text }
            return (state.update, state.random.next(below: 4) == 0, state.random.next(below: 8) == 0)
        }
        let attempt = { @Sendable in
            guard let home = await service.address() else { return false }
            let isTaken = (try? await send(Webhook(browser: browser.moved(to: home)), update).status) == 200
            if isTaken { acknowledge(update) }
            return isTaken
        }
        var isTaken = false
        while !isTaken, !Task.isCancelled {
            async let twin = isDoubled ? attempt() : false
            isTaken = await attempt()
            isTaken = await twin || isTaken
        }
        if isRepeated { _ = await attempt() }
    }

    /// What the first button of a message carries.
    private static func button(in message: Data) -> String? {
        let fields = (try? JSONSerialization.jsonObject(with: message)) as? [String: Any]
        let rows = (fields?["reply_markup"] as? [String: Any])?["inline_keyboard"] as? [[[String: Any]]]
        return rows?.first?.first?["callback_data"] as? String
    }
}
