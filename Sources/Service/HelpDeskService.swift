import Catalogue
public import Channels
import Dialogue
public import Foundation
import HelpDesk
public import Logging
public import Storage

/// The service without its web face: catalogue, database and the way of a message between them.
public struct HelpDeskService: Sendable {
    public let catalogue: CatalogueInService
    public let store: Store
    public let turns: TurnProcessor
    public let watch: CatalogueWatch
    /// What coordinators have added to the catalogue.
    public let phrases: PhrasesInService
    public let schedule: Schedule
    public let metrics = Metrics()
    /// Encrypts what must be readable again.
    public let key: KeyFile

    /// Opens everything in order; what is missing shows here, at the start, and not later.
    ///
    /// - Parameters:
    ///   - isServing: whether this is the one service on its data folder, and not a command beside it: only the service keeps
    ///     and clears the list of what was under way at a crash.
    ///   - seam: called with each message before its turn; for tests that need a crash.
    public init(
        settings: Settings, logger: Logger, at now: Date, isServing: Bool = true,
        seam: @escaping @Sendable (InboundMessage) -> Void = { _ in }
    ) async throws {
        let loader = CatalogueLoader(folder: settings.catalogue, claimTime: settings.claimTime)
        let folder = try DataFolder(settings.data)
        try await self.init(
            catalogue: CatalogueInService(try loader.load(at: now)), folder: folder, key: KeyFile(settings.keyFile ?? folder.key), logger: logger,
            isServing: isServing, reaches: settings.channels.reaches, publicURL: settings.publicURL, loader: loader, seam: seam)
    }

    /// On a catalogue that is loaded already.
    init(
        catalogue: CatalogueInService, folder: DataFolder, key: KeyFile, logger: Logger, isServing: Bool = true, reaches: [String: Reach] = [:],
        publicURL: URL? = nil, loader: CatalogueLoader, clock: any Clock<Duration> = ContinuousClock(),
        seam: @escaping @Sendable (InboundMessage) -> Void = { _ in }
    ) async throws {
        var newLoginLink: (@Sendable () throws -> NewLoginLink)?
        if let publicURL { newLoginLink = { try LoginLink.make(at: publicURL, sealedWith: key) } }
        let store = try Store(
            folder: folder, apology: catalogue.current.dialogue.apology(), reaches: reaches, openTelephone: { try? key.open($0.data) },
            newLoginLink: newLoginLink, clock: clock
        ) { event, situation in
            catalogue.current.dialogue.respond(to: event, in: situation)
        }
        try await store.keep(catalogue.current.catalogue.guides)
        let phrases = PhrasesInService(catalogue: catalogue, store: store, logger: logger)
        try await phrases.refresh()
        self.phrases = phrases
        var crashes = CrashGuard()
        if isServing {
            let (journal, unfinished) = try CrashJournal.open(folder.journal)
            if !unfinished.isEmpty { logger.error("messages were under way at a crash", metadata: ["count": "\(unfinished.count)"]) }
            crashes = CrashGuard(journal: journal, crashes: try await store.recordCrashes(of: unfinished))
        }
        self.key = key
        self.catalogue = catalogue
        self.store = store
        turns = TurnProcessor(catalogue: catalogue, store: store, key: key, crashes: crashes, metrics: metrics, seam: seam)
        schedule = Schedule(store: store, logger: logger)
        watch = CatalogueWatch(loader: loader, logger: logger) { snapshot in
            try await store.keep(snapshot.catalogue.guides)
            try await phrases.renew(snapshot)
        }
    }
}
