public import Foundation

/// A folder for one test; it goes with the value.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "tungngo-test-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The names of the files in which a text stands, in whatever kind of file.
    public func files(containing text: String) throws -> [String] {
        let needle = Data(text.utf8)
        return try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { path in
            FileManager.default.contents(atPath: url.appending(path: path).path)?.firstRange(of: needle) != nil
        }
    }
}
