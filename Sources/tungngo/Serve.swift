import ArgumentParser
import Foundation
import HelpDesk
import Logging
import Service
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// `tungngo serve`: the service.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the service.")

    @OptionGroup var options: CatalogueOptions
    @Flag(help: "Try it out: a made-up organisation and its year, in a data folder of its own that is thrown away; loopback only.") var demo = false
    @Option(help: "How many help sessions the trial run is filled with (12000).") var demoSessions: Int?
    @Option(help: "The address to listen on (127.0.0.1).") var host: String?
    @Option(help: "The port to listen on (8080; 0 takes a free one).") var port: Int?
    @Option(help: "The port for /metrics, which the other one does not serve (none; 0 takes a free one).") var internalPort: Int?
    @Option(help: "The address for it (127.0.0.1).") var internalHost: String?
    @Option(help: "The folder for the database (data).") var data: String?

    mutating func run() async throws {
        var settings = try await Settings.load()
        settings.host = host ?? settings.host
        settings.port = port ?? settings.port
        settings.internalPort = internalPort ?? settings.internalPort
        settings.internalHost = internalHost ?? settings.internalHost
        settings.catalogue = options.folder
        if let data { settings.data = URL(filePath: data, directoryHint: .isDirectory) }
        guard (0...65535).contains(settings.port) else { throw ValidationError("--port \(settings.port) is none; write a number from 0 to 65535") }
        if let port = settings.internalPort, !(0...65535).contains(port) {
            throw ValidationError("--internal-port \(port) is none; write a number from 0 to 65535")
        }
        if let demoSessions, !demo || !(0...2_000_000).contains(demoSessions) {
            throw ValidationError("--demo-sessions goes with --demo and takes a number from 0 to 2000000")
        }
        if demo {
            guard settings.channels.isEmpty else {
                throw ValidationError("--demo answers nobody but you; leave out the settings of the channels, or leave --demo out")
            }
            guard settings.isLoopback else { throw ValidationError("--demo is for this machine only; leave --host out, or leave --demo out") }
            if data == nil {
                settings.data = FileManager.default.temporaryDirectory.appending(path: "tungngo-demo-\(ProcessInfo.processInfo.processIdentifier)")
            }
        }
        let logger = Logger(label: "tungngo")
        let lock = try DataFolder(settings.data).lock()
        defer { withExtendedLifetime(lock) {} }
        let service = try await HelpDeskService(settings: settings, logger: logger, at: Date())
        let host = Self.written(settings.host)
        let channels = try await ChannelsInService(
            settings, store: service.store, key: service.key, folder: DataFolder(settings.data), metrics: service.metrics, logger: logger)
        let ports = AsyncStream<Int>.makeStream()
        let application = try await buildApplication(
            service, settings: settings, logger: logger, outbox: channels?.outbox, authorize: channels?.authorize,
            running: { port in
                Terminal.print("Chat: http://\(host):\(port)/")
                ports.continuation.yield(port)
            })
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [.init(service: application)]
        if let port = settings.internalPort {
            let host = settings.internalHost
            let watched = buildInternalApplication(
                service, host: host, port: port, logger: logger,
                running: { port in Terminal.print("Metrics: http://\(Self.written(host)):\(port)/metrics") })
            services.append(.init(service: watched))
        }
        if demo {
            let filling = DemoFilling(
                service, sessions: demoSessions, logger: logger,
                filled: {
                    for await port in ports.stream {
                        if let link = try await Self.coordinatorLink(at: "http://\(host):\(port)", store: service.store) {
                            Terminal.print("Coordinator, once, within ten minutes: \(link)")
                        }
                        break
                    }
                })
            services.append(.init(service: filling, successTerminationBehavior: .ignore))
        }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        try await ServiceGroup(configuration: configuration).run()
        await channels?.stop()
        try service.store.close()
        if demo, data == nil { try? FileManager.default.removeItem(at: settings.data) }
    }

    /// A host as an address has it.
    private static func written(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

    /// A one-time link for who coordinates the topmost team.
    private static func coordinatorLink(at address: String, store: Store) async throws -> String? {
        let tops = Set(try await store.teams().filter { $0.parent == nil }.map(\.code))
        let coordinator = try await store.posts().first { $0.post.role == .coordinator && tops.contains($0.post.team) }
        guard let member = coordinator?.member.code, let url = URL(string: address) else { return nil }
        var generator = SystemRandomNumberGenerator()
        let token = SecretToken(using: &generator)
        guard try await store.signIns.add(NewLoginLink(token: token), for: member, at: Date()) else { return nil }
        return LoginLink.address(of: token, at: url)
    }
}
