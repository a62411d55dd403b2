public import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A real program of this package, run as a process of its own.
public final class Program: @unchecked Sendable {
    // `Process` is not Sendable; it is only started in `init` and afterwards only read or signalled, which is a system call.
    private let process = Process()
    private let output: Pipe
    private let errors: URL
    private let folder: TemporaryFolder

    /// What a program that has ended left behind.
    public struct Ending: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// - Parameters:
    ///   - name: of the product, which lies beside the test bundle.
    ///   - input: what is typed into it.
    public init(_ name: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws {
        // A pipe that is made while another program starts may be inherited by it, and then does not end before that one does.
        Self.starting.lock()
        defer { Self.starting.unlock() }
        output = Pipe()
        folder = try TemporaryFolder()
        errors = folder.url.appending(path: "errors")
        try Data().write(to: errors)
        process.executableURL = Program.products.appending(path: name)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        process.currentDirectoryURL = folder.url
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input {
            let file = folder.url.appending(path: "input")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
    }

    private static let starting = NSLock()

    /// Starts another process, one at a time with all others: Foundation's `Process.run` was seen to crash beside itself.
    public static func start(_ process: Process) throws {
        try starting.withLock { try process.run() }
    }

    /// Where the build puts its products: the folder of the running test program.
    private static var products: URL {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// The first address that a service prints, once it listens.
    /// - Parameter mark: what stands in the line, before the address.
    public func address(in mark: String = "http://") async throws -> URL {
        let url: URL? = await onOwnThread {
            var text = ""
            while true {
                let part = self.output.fileHandleForReading.availableData
                guard !part.isEmpty else { return nil }
                text += String(decoding: part, as: UTF8.self)
                if let line = text.split(separator: "\n").first(where: { $0.contains(mark) && $0.contains("http://") }), text.hasSuffix("\n"),
                    let start = line.range(of: "http://"), let url = URL(string: String(line[start.lowerBound...]))
                {
                    return url
                }
            }
        }
        guard let url else { throw Silence(errors: complaints) }
        return url
    }

    /// The program ended without saying where it listens.
    public struct Silence: Error {
        public let errors: String
    }

    /// Waits for the end; a program that does not come to it within the limit is killed.
    public func end(within limit: Duration = .seconds(120)) async -> Ending {
        let deadline = Task {
            try await Task.sleep(for: limit)
            signal(SIGKILL)
        }
        defer { deadline.cancel() }
        return await onOwnThread {
            let text = String(decoding: self.output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            self.process.waitUntilExit()
            return Ending(status: self.process.terminationStatus, output: text, errors: self.complaints)
        }
    }

    /// What blocks must not hold a thread of the tests' pool, which has no more of them than the machine has cores.
    private func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: work()) }.start()
        }
    }

    public var complaints: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    public func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    public var isRunning: Bool { process.isRunning }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
}
