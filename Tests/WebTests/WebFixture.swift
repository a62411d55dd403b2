import Foundation
import Logging
import ServiceLifecycle
import Storage
import Support

@testable import Service
@testable import Web

/// The real application on a free port of the loopback, for as long as the body runs.
struct WebFixture {
    let home: URL
    let service: HelpDeskService
    let data: URL

    static func run(
        now: @escaping @Sendable () -> Date = { Date() }, publicURL: String? = nil, channels: ChannelSettings = ChannelSettings(),
        logger: Logger? = nil, _ body: (WebFixture) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var settings = Settings()
        settings.port = 0
        settings.data = folder.url
        settings.catalogue = Repository.root
        settings.publicURL = publicURL.flatMap(URL.init(string:))
        settings.channels = channels
        var quiet = Logger(label: "test")
        quiet.logLevel = .error
        let logger = logger ?? quiet
        let service = try await HelpDeskService(settings: settings, logger: logger, at: Date())
        let ports = AsyncStream<Int>.makeStream()
        let application = try await buildApplication(
            service, settings: settings, logger: logger, now: now, running: { ports.continuation.yield($0) })
        let group = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.stream.makeAsyncIterator()
            guard let port = await iterator.next(), let home = URL(string: "http://127.0.0.1:\(port)/") else { return }
            do {
                try await body(WebFixture(home: home, service: service, data: folder.url))
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try service.store.close()
        withExtendedLifetime(folder) {}
    }
}
