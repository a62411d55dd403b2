import ArgumentParser
import Channels
import Dialogue
import Foundation
import Logging
import Service
import Storage

/// The configured channels, for commands that work beside a running service.
struct ChannelsOptions: ParsableArguments {
    @Option(help: "The folder of the database (or TUNGNGO_DATA; else data).") var data: String?

    /// - Returns: nil where no channel is configured.
    func channels(_ settings: Settings) async throws -> ChannelsInService? {
        let folder = try DataFolder(data.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? settings.data)
        let key = try KeyFile(settings.keyFile ?? folder.key)
        let store = try Store(folder: folder, apology: Reply(text: "")) { _, _ in [] }
        return try await ChannelsInService(settings, store: store, key: key, folder: folder, logger: Logger(label: "tungngo"))
    }

    /// Our own address, which the platforms are told.
    static func ownAddress(_ settings: Settings) throws -> URL {
        guard let address = settings.publicURL, address.scheme == "https" else {
            throw ValidationError("the platforms reach us by https only; say where with TUNGNGO_PUBLIC_URL, such as https://hoidap.example.vn")
        }
        return address
    }
}

extension Channel {
    /// As in `outbox list`: the channel's name, and the account's where it has one.
    var title: String { account.isEmpty ? name : "\(name)/\(account)" }
}
