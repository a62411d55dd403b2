public import Foundation

/// A real program of this package, run as a process of its own.
public final class Program: @unchecked Sendable {
    // `Pipe` is not Sendable; it is only read, by one at a time.
    private let process: ChildProcess
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
    public convenience init(_ name: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws {
        try self.init(at: Program.path(of: name), arguments, environment: environment, input: input)
    }

    /// A program of the system, which is looked for as the shell does.
    public convenience init(tool: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        try self.init(at: URL(filePath: "/usr/bin/env"), [tool] + arguments, environment: environment)
    }

    private init(at executable: URL, _ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws {
        output = Pipe()
        folder = try TemporaryFolder()
        errors = folder.url.appending(path: "errors")
        try Data().write(to: errors)
        var typed: FileHandle?
        if let input {
            let file = folder.url.appending(path: "input")
            try Data(input.utf8).write(to: file)
            typed = try FileHandle(forReadingFrom: file)
        }
        process = try ChildProcess(
            executable, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { _, own in own }, in: folder.url,
            input: typed, output: output.fileHandleForWriting, errors: try FileHandle(forWritingTo: errors))
        // Else the pipe would not end with the program.
        try output.fileHandleForWriting.close()
    }

    /// Where the build puts a product: in the folder of the running test program.
    public static func path(of product: String) -> URL {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent().appending(path: product)
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
            return Ending(status: self.process.wait(), output: text, errors: self.complaints)
        }
    }

    /// What blocks must not hold a thread of the tests' pool, which has no more of them than the machine has cores.
    private func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: work()) }.start()
        }
    }

    public var complaints: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    public var identifier: Int32 { process.identifier }

    public func signal(_ number: Int32) {
        process.signal(number)
    }

    public var isRunning: Bool { process.isRunning }
}
