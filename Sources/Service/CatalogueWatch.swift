import Catalogue
import Foundation
public import Logging
public import ServiceLifecycle

/// Looks every few seconds whether the catalogue's files have changed, and exchanges the catalogue in service for the new one
/// if that has no errors; else the last good one stays, and the log says why (promise 9).
public struct CatalogueWatch: Service {
    private let loader: CatalogueLoader
    private let exchange: @Sendable (CatalogueInService.Snapshot) async throws -> Void
    private let logger: Logger
    private let pause: Duration

    /// - Parameter exchange: puts a new catalogue into service.
    public init(
        loader: CatalogueLoader, logger: Logger, pause: Duration = .seconds(2),
        exchange: @escaping @Sendable (CatalogueInService.Snapshot) async throws -> Void
    ) {
        self.loader = loader
        self.logger = logger
        self.pause = pause
        self.exchange = exchange
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
            let snapshot = try loader.load(at: Date())
            try await exchange(snapshot)
            logger.notice("catalogue exchanged", metadata: ["intents": "\(snapshot.catalogue.intents.count)"])
        } catch {
            logger.error("catalogue refused, the last good one stays", metadata: ["reason": "\(error)"])
        }
    }
}
