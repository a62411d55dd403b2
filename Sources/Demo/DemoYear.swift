public import Catalogue
import Foundation
import Matching

/// A year of made-up help: sessions of all kinds, unanswered questions, hand-overs. The same every time for the same day.
public struct DemoYear: Sendable {
    public static let usualSessions = 12_000

    /// In the order in which they began.
    public let sessions: [DemoSession]
    public let questions: [DemoQuestion]
    public let handOvers: [DemoHandOver]

    /// Linear in the sessions.
    ///
    /// - Parameters:
    ///   - guides: of the catalogue in service; without one, or without teams, the year is empty.
    ///   - today: in Vietnam; the year ends the day before, apart from what is still open.
    ///   - count: how many sessions, not below 0.
    public init(of organisation: DemoOrganisation, guides: [Guide], texts: DemoTexts, today: Day, sessions count: Int = usualSessions) {
        let guides = guides.filter { !$0.steps.isEmpty }
        guard !guides.isEmpty, !organisation.villages.isEmpty else {
            (sessions, questions, handOvers) = ([], [], [])
            return
        }
        var work = DemoWork(organisation: organisation, guides: guides, texts: texts, today: today)
        let drafts = (0..<max(0, count)).map { _ in work.session() }
        // Sorting is stable, and so is the year.
        let sorted = drafts.sorted { $0.session.openedAt < $1.session.openedAt }
        sessions = sorted.map(\.session)
        let closed = sorted.enumerated().compactMap { number, draft in draft.handOver.map { $0.with(session: number) } }
        handOvers = (closed + work.openHandOvers(count / 1_000)).sorted { $0.openedAt < $1.openedAt }
        questions = (0..<max(0, count / 20)).compactMap { _ in work.question() }.sorted { $0.at < $1.at }
    }
}
