import Dialogue
import Foundation
import HelpDesk
import Support
import Vietnamese

@testable import Matching
@testable import Storage

/// A store in a folder of its own, answered by a dialogue of one's choice.
struct StoreFixture {
    let folder: TemporaryFolder
    let store: Store
    static let start = Date(timeIntervalSince1970: 1_795_500_000)
    static let apology = Reply(text: "xin lỗi")
    static let person = PersonAddress(channel: "thử", name: "bác-mẫu")

    init(
        _ folder: TemporaryFolder? = nil, respond: @escaping @Sendable (Event, Situation) throws -> [Effect] = StoreFixture.echo
    ) throws {
        self.folder = try folder ?? TemporaryFolder()
        store = try Store(folder: DataFolder(self.folder.url), apology: Self.apology, clock: ManualClock(), respond: respond)
    }

    /// Opens a session, logs the question, answers with the turn's number.
    @Sendable static func echo(_ event: Event, _ situation: Situation) throws -> [Effect] {
        var conversation = situation.conversation
        conversation.turn += 1
        guard case .text(let text, let understanding) = event.input else { return [.remember(conversation)] }
        return [
            .question(text, understanding), .session(guide: "bai-mau", .opened(guide: "bai-mau", revision: "r1")),
            .reply(Reply(text: "lượt \(conversation.turn)")), .remember(conversation),
        ]
    }

    static func turn(
        _ text: String, id: String, person: PersonAddress = person, after seconds: TimeInterval = 0, seen: Int? = nil
    ) -> Turn {
        let understanding = Understanding(decision: .unknown, matches: [], confidence: 0.25)
        let event = Event(at: start.addingTimeInterval(seconds), input: .text(MaskedText(masking: text), understanding))
        return Turn(address: person, message: id, event: event, seen: seen)
    }

    func replies(to person: PersonAddress = person) async throws -> [String] {
        try await store.replies(to: person, after: 0).map(\.reply.text)
    }

    /// What one query with one number as its result gives.
    func count(_ sql: String) throws -> Int {
        try store.count(sql)
    }
}
