import Channels
import Foundation
import Logging
import Service
import ServiceLifecycle
import Storage
import UnixSignals
import Web

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The service with a seam: the text “nổ máy” kills the process at once, as a fault that Swift cannot catch would.
///
/// Arguments: the catalogue's folder, the data folder. Prints the port.
@main
struct CrashingService {
    static func main() async throws {
        var settings = Settings()
        settings.port = 0
        settings.catalogue = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
        settings.data = URL(filePath: CommandLine.arguments[2], directoryHint: .isDirectory)
        let logger = Logger(label: "crashing")
        let service = try await HelpDeskService(settings: settings, logger: logger, at: Date()) { message in
            if message.content == .text("nổ máy") { kill(getpid(), SIGKILL) }
        }
        let application = try await buildApplication(
            service, settings: settings, logger: logger,
            running: { port in FileHandle.standardOutput.write(Data("http://127.0.0.1:\(port)/\n".utf8)) })
        try await ServiceGroup(services: [application], gracefulShutdownSignals: [.sigterm], logger: logger).run()
    }
}
