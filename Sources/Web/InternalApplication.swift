public import Foundation
public import Hummingbird
public import Logging
public import Service
import Storage

/// What only those who look after the service may see, on a port of its own: `GET /metrics`. The public port does not know it.
///
/// - Parameters:
///   - port: 0 takes a free one.
///   - now: the clock.
///   - running: called with the port once it listens.
public func buildInternalApplication(
    _ service: HelpDeskService, host: String, port: Int, logger: Logger, now: @escaping @Sendable () -> Date = { Date() },
    running: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let router = Router(context: WebContext.self)
    router.get("\(Site.metrics)") { _, _ in
        let text = MetricsText(
            service.metrics, commits: service.store.commits, standing: try await service.store.outboxStanding(),
            backlog: try await service.store.backlog(), catalogueSince: service.catalogue.since, process: .now(), now: now()
        ).text
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
    return Application(
        router: router, configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: { channel in await running(channel.localAddress?.port ?? port) }, logger: logger)
}
