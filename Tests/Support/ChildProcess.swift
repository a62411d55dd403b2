public import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A child process; it ends with the value.
///
/// Not Foundation's: to learn the open files it copies 256 bytes for each name of `/proc/self/fd`, past the end of what it has read as soon
/// as there are about 1,360 of them. The tests, which run side by side with a database each, have more, and crashed.
public final class ChildProcess: Sendable {
    public let identifier: Int32
    private let status = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - environment: nil where it is ours.
    ///   - folder: in which it runs; nil where in ours.
    ///   - input: and the others: nil where nothing comes, or nobody reads.
    public init(
        _ executable: URL, _ arguments: [String], environment: [String: String]? = nil, in folder: URL? = nil, input: FileHandle? = nil,
        output: FileHandle? = nil, errors: FileHandle? = nil
    ) throws {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, handle) in [(0, input), (1, output), (2, errors)] as [(Int32, FileHandle?)] {
            if let handle {
                posix_spawn_file_actions_adddup2(&actions, handle.fileDescriptor, number)
            } else {
                posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
            }
        }
        if let folder { try Self.enter(folder, &actions) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var flags = Int32(POSIX_SPAWN_SETSIGMASK)
        #if canImport(Glibc)
            // Whatever else is open here is not inherited, however late it was opened.
            try Self.closeFrom(3, &actions)
        #else
            flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
        #endif
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)

        let variables = (environment ?? ProcessInfo.processInfo.environment).map { "\($0.key)=\($0.value)" }
        var identifier: pid_t = 0
        let fault = Self.withTexts([executable.path] + arguments) { arguments in
            Self.withTexts(variables) { posix_spawn(&identifier, executable.path, &actions, &attributes, arguments, $0) }
        }
        guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EINVAL) }
        self.identifier = identifier
    }

    #if canImport(Glibc)
        private typealias Actions = UnsafeMutablePointer<posix_spawn_file_actions_t>

        /// What glibc has and its module for Swift does not show.
        private static func function(_ name: String) throws -> UnsafeMutableRawPointer {
            guard let function = dlsym(nil, name) else { throw POSIXError(.ENOSYS) }
            return function
        }

        private static func enter(_ folder: URL, _ actions: Actions) throws {
            typealias Function = @convention(c) (Actions, UnsafePointer<CChar>) -> Int32
            _ = unsafeBitCast(try function("posix_spawn_file_actions_addchdir_np"), to: Function.self)(actions, folder.path)
        }

        private static func closeFrom(_ number: Int32, _ actions: Actions) throws {
            typealias Function = @convention(c) (Actions, Int32) -> Int32
            _ = unsafeBitCast(try function("posix_spawn_file_actions_addclosefrom_np"), to: Function.self)(actions, number)
        }
    #else
        private static func enter(_ folder: URL, _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t?>) throws {
            posix_spawn_file_actions_addchdir_np(actions, folder.path)
        }
    #endif

    private static func withTexts<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }

    public func signal(_ number: Int32) {
        // Under the lock: once it has been waited for, its number may be another's.
        status.withLock { if $0 == nil { _ = kill(identifier, number) } }
    }

    public var isRunning: Bool {
        status.withLock { status in
            reap(&status, WNOHANG)
            return status == nil
        }
    }

    /// Waits for the end, which blocks the thread.
    /// - Returns: what it returned, or the number of the signal that ended it.
    @discardableResult
    public func wait() -> Int32 {
        // Without taking its number away: that is done under the lock.
        var information = siginfo_t()
        while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) == -1, errno == EINTR {}
        return status.withLock { status in
            reap(&status, 0)
            return status ?? -1
        }
    }

    private func reap(_ status: inout Int32?, _ options: Int32) {
        guard status == nil else { return }
        var word: Int32 = 0
        guard waitpid(identifier, &word, options) == identifier else { return }
        status = word & 0x7F == 0 ? word >> 8 & 0xFF : word & 0x7F
    }

    deinit {
        if isRunning {
            signal(SIGKILL)
            wait()
        }
    }
}
