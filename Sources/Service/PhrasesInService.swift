public import Catalogue
import Foundation
import Logging
public import Matching
import Storage

/// Puts what coordinators have accepted into the catalogue in service, whenever either of them changes.
public actor PhrasesInService {
    private let catalogue: CatalogueInService
    private let store: Store
    private let logger: Logger
    /// As the files say.
    private var files: CatalogueInService.Snapshot
    /// Whether the files' catalogue is newer than the one in service.
    private var areFilesNew = false
    private var asked = 0
    private var done = 0

    init(catalogue: CatalogueInService, store: Store, logger: Logger) {
        self.catalogue = catalogue
        self.store = store
        self.logger = logger
        files = catalogue.current
    }

    /// The catalogue without what was added.
    public var filed: Catalogue { files.catalogue }
    /// How each of the accepted ones stands, by its number.
    public private(set) var standings: [Int64: CatalogueChange.Standing] = [:]

    /// Takes up what was accepted or undone: it answers when this returns.
    public func refresh() async throws {
        asked += 1
        let turn = asked
        let phrases = try await store.phrases.accepted()
        // Who asked later has read what is newer.
        guard turn > done else { return }
        done = turn
        let snapshot = adding(phrases)
        if areFilesNew || snapshot.catalogue.intents != catalogue.current.catalogue.intents
            || snapshot.catalogue.lexicon != catalogue.current.catalogue.lexicon
        {
            catalogue.exchange(snapshot)
            areFilesNew = false
        }
    }

    /// The files have changed: their catalogue, with what was added to it, answers when this returns.
    func renew(_ snapshot: CatalogueInService.Snapshot) async throws {
        files = snapshot
        areFilesNew = true
        try await refresh()
    }

    private func adding(_ phrases: [ProposedPhrase]) -> CatalogueInService.Snapshot {
        let changes = phrases.map(\.change)
        standings = Dictionary(zip(phrases.map(\.number), files.catalogue.standings(of: changes)), uniquingKeysWith: { first, _ in first })
        let orphans = standings.filter { $0.value == .orphaned }.keys.sorted().map(String.init)
        if !orphans.isEmpty {
            logger.warning("accepted phrases are set aside: their intent or guide is gone", metadata: ["numbers": "\(orphans)"])
        }
        guard standings.values.contains(.wanted) else { return files }
        return CatalogueInService.Snapshot(catalogue: files.catalogue.applying(changes), claimTime: files.claimTime)
    }

    /// What a change would do: to all samples, and to what was asked.
    public nonisolated func effect(of change: CatalogueChange, on questions: [(text: String, count: Int)]) -> ChangeEffect {
        let current = catalogue.current
        return ChangeEffect(
            before: current.matcher, after: Matcher(current.catalogue.applying([change])), intents: current.catalogue.intents, questions: questions)
    }
}
