public import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization

/// A stand-in for a platform on a free port of the loopback: real HTTP, the platform's rules, and a record of all that came.
public final class PlatformServer: Sendable {
    /// What goes wrong with a call, instead of the platform's own answer.
    public enum Mishap: Sendable {
        /// Such a status, with such a pause in `Retry-After`, before the platform has looked at the call.
        case refused(Int, retryAfter: Int? = nil)
        /// The platform takes the call, and its answer breaks off.
        case brokenAnswer
        /// The platform takes the call, and its answer does not come before the server ends.
        case noAnswer
    }

    private struct Broken: Error {}

    private struct State {
        var calls: [PlatformCall] = []
        var mishaps: [Mishap] = []
        var listeners: [AsyncStream<Void>.Continuation] = []
    }

    private let platform: any Platform
    private let latency: Duration
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    /// Its address, without a slash at the end.
    public private(set) var url: URL {
        get { address.withLock { $0 } }
        set { address.withLock { $0 = newValue } }
    }
    private let address = Mutex(URL(filePath: "/"))

    private init(_ platform: any Platform, latency: Duration, now: @escaping @Sendable () -> Date) {
        self.platform = platform
        self.latency = latency
        self.now = now
    }

    /// All that came, in order.
    public var calls: [PlatformCall] { state.withLock { $0.calls } }

    /// The next calls go wrong, one after the other.
    public func expect(_ mishaps: [Mishap]) {
        state.withLock { $0.mishaps += mishaps }
    }

    /// Waits until such a call has come.
    ///
    /// - Returns: the first one; nil where none has come in time.
    public func call(within limit: Duration = .seconds(60), where isWanted: @Sendable (PlatformCall) -> Bool) async -> PlatformCall? {
        let (calls, listener) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.listeners.append(listener) }
        let deadline = Task {
            try await Task.sleep(for: limit)
            listener.finish()
        }
        defer { deadline.cancel() }
        if let call = self.calls.first(where: isWanted) { return call }
        for await _ in calls {
            if let call = self.calls.first(where: isWanted) { return call }
        }
        return nil
    }

    /// Runs for as long as the body does.
    ///
    /// - Parameter latency: between taking a call and answering it.
    public static func run(
        _ platform: any Platform, now: @escaping @Sendable () -> Date = { Date() }, port: Int = 0, latency: Duration = .zero,
        _ body: (PlatformServer) async throws -> Void
    ) async throws {
        let server = PlatformServer(platform, latency: latency, now: now)
        var logger = Logger(label: "platform")
        logger.logLevel = .error
        let ports = AsyncStream<Int>.makeStream()
        let router = Router()
        router.on("**", method: .post) { request, _ in try await server.take(request) }
        router.on("**", method: .get) { request, _ in try await server.take(request) }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in ports.continuation.yield(channel.localAddress?.port ?? port) }, logger: logger)
        let group = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.stream.makeAsyncIterator()
            guard let port = await iterator.next(), let url = URL(string: "http://127.0.0.1:\(port)") else { return }
            server.url = url
            do {
                try await body(server)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private func take(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        let headers = request.headers.reduce(into: [:]) { headers, field in headers[field.name.canonicalName] = field.value }
        let call = PlatformCall(path: request.uri.path, headers: headers, body: Data(body.readableBytesView), at: now())
        let mishap = state.withLock { state in
            state.calls.append(call)
            for listener in state.listeners { listener.yield() }
            return state.mishaps.isEmpty ? nil : state.mishaps.removeFirst()
        }
        if case .refused(let status, let pause) = mishap {
            let headers: HTTPFields = pause.map { [.retryAfter: "\($0)"] } ?? [:]
            return Response(status: .init(code: status), headers: headers)
        }
        let answer = platform.answer(call)
        if latency > .zero { try await Task.sleep(for: latency) }
        if case .noAnswer = mishap { try await gracefulShutdown() }
        var fields: HTTPFields = [.contentType: "application/json"]
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        guard case .brokenAnswer = mishap else {
            return Response(status: .init(code: answer.status), headers: fields, body: .init(byteBuffer: ByteBuffer(string: answer.body)))
        }
        return Response(
            status: .init(code: answer.status), headers: fields,
            body: ResponseBody(contentLength: answer.body.utf8.count) { writer in
                try await writer.write(ByteBuffer(string: String(answer.body.prefix(3))))
                throw Broken()
            })
    }
}
