import Catalogue
import Foundation
public import Logging
public import ServiceLifecycle

/// Looks every few seconds whether the catalogue's files have changed, and exchanges the catalogue in service for the new one
/// if that has no errors; else the last good one stays, and the log says why (promise 9).
public struct CatalogueWatch: Service {
    private let loader: CatalogueLoader
    private let catalogue: CatalogueInService
    private let exchanged: @Sendable (CatalogueInService.Snapshot) async throws -> CatalogueInService.Snapshot
    private let logger: Logger
    private let pause: Duration

    /// - Parameter exchanged: called with a new catalogue before it answers; what it returns answers.
    public init(
        loader: CatalogueLoader, catalogue: CatalogueInService, logger: Logger, pause: Duration = .seconds(2),
        exchanged: @escaping @Sendable (CatalogueInService.Snapshot) async throws -> CatalogueInService.Snapshot
    ) {
        self.loader = loader
        self.catalogue = catalogue
        self.logger = logger
        self.pause = pause
        self.exchanged = exchanged
    }

    public func run() async throws {
        var known = loader.signature()
        while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }) != nil {
            let signature = loader.signature()
            guard signature != known else { continue }
            known = signature
            await look()
        }
    }

    /// Reads the catalogue anew once.
    func look() async {
        do {
            let snapshot = try await exchanged(try loader.load(at: Date()))
            catalogue.exchange(snapshot)
            logger.notice("catalogue exchanged", metadata: ["intents": "\(snapshot.catalogue.intents.count)"])
        } catch {
            logger.error("catalogue refused, the last good one stays", metadata: ["reason": "\(error)"])
        }
    }
}
