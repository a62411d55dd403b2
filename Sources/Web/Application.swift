public import Foundation
public import Hummingbird
public import Logging
import Mustache
public import Service

/// Makes the web application; the program and its tests make it here and nowhere else.
///
/// - Parameters:
///   - now: the clock.
///   - running: called with the port once the service listens.
public func buildApplication(
    _ service: HelpDeskService, settings: Settings, logger: Logger, now: @escaping @Sendable () -> Date = { Date() },
    running: @escaping @Sendable (Int) async -> Void = { _ in }
) async throws -> some ApplicationProtocol {
    let folder = settings.catalogue.appending(path: "content/pages")
    let assets = try Assets(folder: folder)
    let router = Router(context: WebContext.self)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: SameOriginOnly())
    assets.addRoutes(to: router)
    Operations(service: service).addRoutes(to: router)
    let chat = ChatRoutes(
        service: service, pages: try await MustacheLibrary(directory: folder.path), assets: assets,
        cookie: VisitorCookie(isSecure: settings.publicURL?.scheme == "https"), now: now)
    chat.addRoutes(to: router)
    return Application(
        router: router,
        configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port), serverName: nil),
        services: [service.watch],
        onServerRunning: { channel in await running(channel.localAddress?.port ?? settings.port) },
        logger: logger
    )
}
