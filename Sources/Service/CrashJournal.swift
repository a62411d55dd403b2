import Foundation
import Storage
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which messages are under way, in a file that outlives the process: ids, never texts.
///
/// Written without waiting for the disk: it must survive a crash of the process, and after a crash of the machine nothing
/// needs to be suspected.
final class CrashJournal: Sendable {
    private let file: URL
    private let state: Mutex<State>

    private struct State {
        let descriptor: Int32
        var underWay = 0
        var length = 0
    }

    /// - Returns: the journal, emptied, and the messages that were under way when the last process ended.
    static func open(_ file: URL) throws -> (journal: CrashJournal, unfinished: [Turn.MessageKey]) {
        let unfinished = read(file)
        let descriptor = Glibc.open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        return (CrashJournal(file: file, descriptor: descriptor), unfinished)
    }

    private init(file: URL, descriptor: Int32) {
        self.file = file
        state = Mutex(State(descriptor: descriptor))
    }

    deinit {
        state.withLock { _ = Glibc.close($0.descriptor) }
    }

    func begin(_ key: Turn.MessageKey) {
        state.withLock { state in
            state.underWay += 1
            CrashJournal.write("+ " + CrashJournal.line(key), &state)
        }
    }

    func end(_ key: Turn.MessageKey) {
        state.withLock { state in
            state.underWay -= 1
            CrashJournal.write("- " + CrashJournal.line(key), &state)
            if state.underWay == 0, state.length > 1 << 16 {
                ftruncate(state.descriptor, 0)
                state.length = 0
            }
        }
    }

    private static func write(_ line: String, _ state: inout State) {
        let bytes = Array(line.utf8)
        _ = Glibc.write(state.descriptor, bytes, bytes.count)
        state.length += bytes.count
    }

    private static func line(_ key: Turn.MessageKey) -> String {
        let parts = [key.channel, key.account, key.message].map { Data($0.utf8).base64EncodedString() }
        return parts.joined(separator: ".") + "\n"
    }

    private static func read(_ file: URL) -> [Turn.MessageKey] {
        guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
        var open: [Substring: Int] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where line.count > 2 {
            open[line.dropFirst(2), default: 0] += line.hasPrefix("+") ? 1 : -1
        }
        return open.filter { $0.value > 0 }.keys.sorted().compactMap { line in
            let parts = line.split(separator: ".", omittingEmptySubsequences: false).map {
                Data(base64Encoded: String($0)).map { String(decoding: $0, as: UTF8.self) }
            }
            guard parts.count == 3, let channel = parts[0], let account = parts[1], let message = parts[2] else { return nil }
            return Turn.MessageKey(channel: channel, account: account, message: message)
        }
    }
}
