public import Catalogue
public import Foundation
import Matching

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes a catalogue ready for service from its folder, or says why it may not go into service.
public struct CatalogueLoader: Sendable {
    /// A catalogue with errors.
    public struct Refusal: Error, CustomStringConvertible {
        public let diagnostics: [Diagnostic]
        public let editor: EditorTexts

        public var description: String {
            let errors = diagnostics.filter { $0.severity == .error }.map(editor.line(for:))
            return "the catalogue has errors; `tungngo check` shows all of them:\n" + errors.prefix(20).joined(separator: "\n")
        }
    }

    public let folder: URL

    private let claimTime: TimeInterval

    /// - Parameter claimTime: how long a member has to claim a hand-over or to answer in it.
    public init(folder: URL, claimTime: TimeInterval = 15 * 60) {
        self.folder = folder
        self.claimTime = claimTime
    }

    /// - Parameter now: to tell which day it is in Vietnam.
    public func load(at now: Date) throws(Refusal) -> CatalogueInService.Snapshot {
        let reading = CatalogueReader(folder: folder, today: Day(inVietnam: now)).read()
        guard reading.isSound else { throw Refusal(diagnostics: reading.diagnostics, editor: reading.catalogue.editor) }
        return CatalogueInService.Snapshot(catalogue: reading.catalogue, claimTime: claimTime)
    }

    /// What changes when any file of the catalogue does: paths, sizes and times. A few microseconds a file.
    func signature() -> [String: String] {
        var signature: [String: String] = [:]
        for part in ["intents", "content"] {
            let root = folder.appending(path: part).path
            for path in FileManager.default.subpaths(atPath: root) ?? [] {
                var status = stat()
                guard stat(root + "/" + path, &status) == 0 else { continue }
                signature[part + "/" + path] = "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
            }
        }
        return signature
    }
}
