import Foundation
import Support
import Testing

/// The service that is killed and comes back, and the way to it.
actor TorturedService {
    static let token = "900000009:made-up"

    private let data: URL
    private let platform: URL
    private var program: Program?
    private var home: URL?
    private var waiting: [CheckedContinuation<URL, Never>] = []

    init(data: URL, platform: URL) {
        self.data = data
        self.platform = platform
    }

    /// Begins a life; ``address()`` answers once it listens.
    func start() throws {
        program = try Program(
            "tungngo", ["serve", "--port", "0", "--data", data.path, "--catalogue", Repository.root.path],
            environment: [
                "TUNGNGO_TELEGRAM_TOKEN": Self.token, "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "made-up-telegram",
                "TUNGNGO_TELEGRAM_API_URL": platform.absoluteString,
            ])
    }

    /// Waits until it listens, and lets in those who wait for it.
    func listen() async throws {
        guard let program else { return }
        let url = try await program.address()
        home = url
        for person in waiting { person.resume(returning: url) }
        waiting = []
    }

    /// Where it listens, as soon as it does.
    func address() async -> URL {
        if let home { return home }
        return await withCheckedContinuation { waiting.append($0) }
    }

    /// Ends the life; whoever asks for the address from now on waits for the next one.
    func end(by signal: Int32) async -> Program.Ending? {
        home = nil
        guard let program else { return nil }
        program.signal(signal)
        return await program.end()
    }
}
