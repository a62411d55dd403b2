public import Foundation
import HelpDesk
public import Hummingbird
public import Logging
import Mustache
public import Service
import ServiceLifecycle
import Storage

/// Adds every route of the service to a new router; the only place that does.
///
/// - Parameters:
///   - authorize: ends the authorisation of a Zalo Official Account with the code and the state that Zalo brings; nil where there is none.
///   - now: the clock.
func buildRouter(
    _ service: HelpDeskService, settings: Settings, logger: Logger,
    authorize: (@Sendable (_ code: String, _ state: String) async throws -> Void)? = nil, now: @escaping @Sendable () -> Date
) async throws -> Router<WebContext> {
    let assets = try Assets(catalogue: settings.catalogue)
    let pages = try await MustacheLibrary(directory: settings.catalogue.appending(path: "content/pages").path)
    let router = Router(context: WebContext.self)
    router.add(middleware: SecurityHeaders(isSecure: settings.publicURL?.scheme == "https"))
    router.add(middleware: ErrorPages(catalogue: service.catalogue, pages: pages, assets: assets))
    router.add(middleware: SameOriginOnly())
    assets.addRoutes(to: router)
    Operations(service: service).addRoutes(to: router)
    let cookie = VisitorCookie(isSecure: settings.publicURL?.scheme == "https")
    ChatRoutes(service: service, pages: pages, assets: assets, cookie: cookie, now: now).addRoutes(to: router)
    WebhookRoutes(channels: settings.channels.channels(), service: service, logger: logger, now: now).addRoutes(to: router)
    ZaloCallbackRoutes(authorize: authorize, catalogue: service.catalogue, pages: pages, assets: assets, logger: logger).addRoutes(to: router)
    TeamRoutes(service: service, pages: pages, assets: assets, cookie: cookie, now: now).addRoutes(to: router)
    HandbookRoutes(catalogue: service.catalogue, pages: pages, assets: assets, publicURL: settings.publicURL, now: now).addRoutes(to: router)
    LeafletRoutes(catalogue: service.catalogue, pages: pages, assets: assets, publicURL: settings.publicURL) { code in
        try await service.store.team(code.uppercased())?.meetingPlace
    }.addRoutes(to: router)
    let gate = StaffGate(service: service, pages: pages, assets: assets, cookie: StaffCookie(isSecure: cookie.isSecure), now: now)
    SignInRoutes(gate: gate).addRoutes(to: router)
    OverviewRoutes(gate: gate).addRoutes(to: router)
    HelpLogRoutes(gate: gate).addRoutes(to: router)
    WaitingRoutes(gate: gate).addRoutes(to: router)
    QuestionRoutes(gate: gate).addRoutes(to: router)
    PhraseRoutes(gate: gate).addRoutes(to: router)
    ReportRoutes(gate: gate).addRoutes(to: router)
    return router
}

/// Makes the web application; the program and its tests make it here and nowhere else.
///
/// - Parameters:
///   - outbox: delivers to the platforms; nil where no channel is configured.
///   - authorize: ends the authorisation of a Zalo Official Account with the code and the state that Zalo brings; nil where there is none.
///   - now: the clock.
///   - running: called with the port once the service listens.
public func buildApplication(
    _ service: HelpDeskService, settings: Settings, logger: Logger, outbox: OutboxSender? = nil,
    authorize: (@Sendable (_ code: String, _ state: String) async throws -> Void)? = nil, now: @escaping @Sendable () -> Date = { Date() },
    running: @escaping @Sendable (Int) async -> Void = { _ in }
) async throws -> some ApplicationProtocol {
    let router = try await buildRouter(service, settings: settings, logger: logger, authorize: authorize, now: now)
    var background: [any ServiceLifecycle.Service] = [service.watch, service.schedule]
    if let outbox { background.append(outbox) }
    return Application(
        router: router,
        configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port), serverName: nil),
        services: background,
        onServerRunning: { channel in await running(channel.localAddress?.port ?? settings.port) },
        logger: logger
    )
}
