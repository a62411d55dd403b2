import Crypto
public import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The key that encrypts at rest what must be readable again: tokens of the platforms, numbers to call back on.
///
/// AES-256-GCM; a sealed text that was changed, or sealed with another key, does not open. The key stands in a file of its
/// own, so that a copy of the database alone tells nothing; whoever loses the file loses what was sealed with it.
public struct KeyFile: Sendable {
    /// What is wrong with the key, and what to do.
    public enum Fault: Error, CustomStringConvertible {
        case unusable(path: String, reason: String)
        case open(path: String)
        case noKey(path: String)
        case notSealedWithIt(path: String)

        public var description: String {
            switch self {
            case .unusable(let path, let reason):
                "the key file \(path) cannot be used: \(reason); give a place that this user may read and write with TUNGNGO_KEY_FILE"
            case .open(let path): "the key file \(path) can be read by every user of this machine; run `chmod 600 \(path)`"
            case .noKey(let path):
                "the key file \(path) holds no key (32 bytes in base64); restore it from its backup, or remove it: then a new one is made, and what was sealed with the old one is lost"
            case .notSealedWithIt(let path):
                "what was encrypted does not open with the key file \(path); restore the key file that belongs to this database"
            }
        }
    }

    private let key: SymmetricKey
    private let path: String

    /// Reads the key, or makes one where there is no file yet (mode 0600); two processes at once end with the same key.
    public init(_ file: URL) throws(Fault) {
        path = file.path
        do {
            try KeyFile.makeWhereMissing(file)
        } catch {
            throw .unusable(path: file.path, reason: "\(error.localizedDescription)")
        }
        var status = stat()
        guard stat(file.path, &status) == 0, let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw .unusable(path: file.path, reason: "it cannot be read")
        }
        guard status.st_mode & 0o007 == 0 else { throw .open(path: file.path) }
        guard let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32 else {
            throw .noKey(path: file.path)
        }
        key = SymmetricKey(data: bytes)
    }

    /// - Returns: nonce, encrypted text and tag in one; 28 bytes longer than the text, and different each time.
    public func seal(_ text: String) throws -> Data {
        guard let sealed = try AES.GCM.seal(Data(text.utf8), using: key).combined else { throw CryptoKitError.incorrectParameterSize }
        return sealed
    }

    /// - Throws: ``Fault/notSealedWithIt(path:)`` where the data was changed or sealed with another key.
    public func open(_ data: Data) throws -> String {
        guard let box = try? AES.GCM.SealedBox(combined: data), let text = try? AES.GCM.open(box, using: key) else {
            throw Fault.notSealedWithIt(path: path)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The file appears whole or not at all: it is written beside its place and then linked to it, which fails where
    /// somebody was quicker.
    private static func makeWhereMissing(_ file: URL) throws {
        guard !FileManager.default.fileExists(atPath: file.path) else { return }
        let draft = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
        let descriptor = Glibc.open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { unlink(draft.path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
        try handle.write(contentsOf: Data((key + "\n").utf8))
        try handle.synchronize()
        try handle.close()
        guard link(draft.path, file.path) == 0 || errno == EEXIST else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
