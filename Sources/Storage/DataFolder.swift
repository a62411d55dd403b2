public import Foundation

/// The folder that holds all that the service keeps; only its owner may look into it.
public struct DataFolder: Sendable {
    /// What is wrong with the folder, and what to do.
    public enum Fault: Error, CustomStringConvertible {
        case unusable(path: String, reason: String)
        case inUse(path: String)

        public var description: String {
            switch self {
            case .unusable(let path, let reason):
                "the data folder \(path) cannot be used: \(reason); give a folder that this user may write to with --data or TUNGNGO_DATA"
            case .inUse(let path):
                "another `tungngo serve` works on the data folder \(path); stop it first, or give another folder with --data"
            }
        }
    }

    public let path: URL
    var database: URL { path.appending(path: "tungngo.sqlite") }
    public var journal: URL { path.appending(path: "turns-under-way") }
    public var key: URL { path.appending(path: "key") }

    /// Makes the folder where it is missing, and tries whether it can be written to, so that a fault shows at the start.
    public init(_ path: URL) throws(Fault) {
        self.path = path
        do {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let probe = path.appending(path: ".probe")
            try Data().write(to: probe)
            try FileManager.default.removeItem(at: probe)
        } catch {
            throw .unusable(path: path.path, reason: "\(error.localizedDescription)")
        }
    }

    /// Takes the folder for one service; commands work beside it without.
    /// - Returns: the lock, which lasts as long as the value or the process.
    public func lock() throws(Fault) -> FileLock {
        guard let lock = FileLock(path.appending(path: "serve.lock")) else { throw .inUse(path: path.path) }
        return lock
    }

    /// A lock for one purpose that several processes on the folder share.
    /// - Returns: nil where another holds it.
    public func lock(named name: String) -> FileLock? {
        FileLock(path.appending(path: "\(name).lock"))
    }
}
