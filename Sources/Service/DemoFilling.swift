import Catalogue
import Demo
public import Foundation
import HelpDesk
public import Logging
public import ServiceLifecycle
import Storage

/// Fills a fresh data folder with a made-up organisation of the report's size and a year of its work, while the chat answers
/// already; a folder that has teams is left as it is.
public struct DemoFilling: Service {
    private let service: HelpDeskService
    private let sessions: Int
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let filled: @Sendable () async throws -> Void

    /// - Parameter sessions: how many help sessions; nil for the usual number.
    ///   - filled: called once the folder is filled, or was so before.
    public init(
        _ service: HelpDeskService, sessions: Int? = nil, logger: Logger, now: @escaping @Sendable () -> Date = { Date() },
        filled: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.service = service
        self.sessions = sessions ?? DemoYear.usualSessions
        self.logger = logger
        self.now = now
        self.filled = filled
    }

    public func run() async throws {
        try await fill()
        try await filled()
    }

    private func fill() async throws {
        let catalogue = service.catalogue.current.catalogue
        guard let texts = catalogue.demo, try await service.store.teams().isEmpty else { return }
        let organisation = DemoOrganisation(texts: texts)
        let year = DemoYear(
            of: organisation, guides: catalogue.guides, texts: texts, today: Day(inVietnam: now()), sessions: sessions)
        try await service.store.fill(organisation, year)
        logger.info("the made-up year is there", metadata: ["teams": "\(organisation.roster.teams.count)", "sessions": "\(year.sessions.count)"])
    }
}
