import Foundation
import Support

/// The service that is killed and comes back, and the way to it.
actor TorturedService {
    static let token = "900000009:made-up"
    /// On a loopback address of its own: a port that is free between two lives may be anybody's there, and nobody's here.
    private static let host = "127.0.0.2"

    private let data: URL
    private let platform: URL
    private var program: Program?
    private var home: URL?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(data: URL, platform: URL) {
        self.data = data
        self.platform = platform
    }

    /// Begins a life; ``address()`` answers once it listens.
    func start() throws {
        program = try Program(
            "tungngo", ["serve", "--host", Self.host, "--port", "0", "--data", data.path, "--catalogue", Repository.root.path],
            environment: [
                "TUNGNGO_TELEGRAM_TOKEN": Self.token, "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "made-up-telegram",
                "TUNGNGO_TELEGRAM_API_URL": platform.absoluteString,
            ])
    }

    /// Waits until it listens, and lets in those who wait for it.
    func listen() async throws {
        guard let program else { return }
        home = try await program.address()
        wakeAll()
    }

    /// Where it listens, as soon as it does; nil where the caller is called off.
    func address() async -> URL? {
        while !Task.isCancelled {
            if let home { return home }
            await withTaskCancellationHandler {
                await withCheckedContinuation { waiting.append($0) }
            } onCancel: {
                // Comes after the line above, which holds the actor until it waits.
                Task { await self.wakeAll() }
            }
        }
        return nil
    }

    private func wakeAll() {
        for person in waiting { person.resume() }
        waiting = []
    }

    /// Ends the life; whoever asks for the address from now on waits for the next one.
    func end(by signal: Int32) async -> Program.Ending? {
        home = nil
        guard let program else { return nil }
        program.signal(signal)
        return await program.end()
    }
}
