import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A server on loopback that does with each connection what a test wants, byte by byte; each has a thread of its own.
public final class LoopbackServer: Sendable {
    /// One accepted connection; its end belongs to the server.
    public struct Connection: Sendable {
        let descriptor: Int32

        /// Reads one request, head and body; nil where the caller has hung up.
        public func request() -> String? {
            var bytes: [UInt8] = []
            while let byte = byte() {
                bytes.append(byte)
                guard bytes.suffix(4) == [13, 10, 13, 10] else { continue }
                let head = String(decoding: bytes, as: UTF8.self)
                let length = head.lowercased().firstMatch(of: /content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
                for _ in 0..<length { if let byte = self.byte() { bytes.append(byte) } }
                return String(decoding: bytes, as: UTF8.self)
            }
            return nil
        }

        private func byte() -> UInt8? {
            var byte: UInt8 = 0
            return recv(descriptor, &byte, 1, 0) == 1 ? byte : nil
        }

        /// - Returns: false where the caller has hung up.
        @discardableResult
        public func write(_ text: String) -> Bool {
            let bytes = Array(text.utf8)
            return send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        }

        /// Answers as a platform does.
        public func answer(_ status: String = "200 OK", headers: [String] = [], _ body: String = "{}") {
            let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
            write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        }

        /// Hangs up; what comes after is read as the end.
        public func hangUp() {
            shutdown(descriptor, Int32(SHUT_RDWR))
        }

        /// Waits until the caller hangs up, for so many milliseconds at most; without them for ever.
        /// - Returns: whether it has.
        @discardableResult
        public func waitForEnd(_ milliseconds: Int32 = -1) -> Bool {
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN | POLLHUP), revents: 0)
            return poll(&wanted, 1, milliseconds) > 0
        }
    }

    public let port: Int
    private let listener: Int32
    private let isServed: Bool
    private let seen: Seen

    private final class Seen: Sendable {
        let requests = Mutex<[String]>([])
        let connections = Mutex(0)
    }

    /// - Parameter serve: nil where nobody accepts: then callers hang, so many as `backlog` allows in the line, the others before it.
    public convenience init(backlog: Int32 = 128, serve: (@Sendable (Connection) -> Void)?) throws {
        try self.init(backlog: backlog, seen: Seen(), serve: serve)
    }

    /// A server that reads each request, remembers it, and answers.
    public static func answering(_ answer: @escaping @Sendable (Connection, String) -> Void) throws -> LoopbackServer {
        let seen = Seen()
        return try LoopbackServer(backlog: 128, seen: seen) { connection in
            while let request = connection.request() {
                seen.requests.withLock { $0.append(request) }
                answer(connection, request)
            }
        }
    }

    private init(backlog: Int32, seen: Seen, serve: (@Sendable (Connection) -> Void)?) throws {
        self.seen = seen
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        isServed = serve != nil
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let name = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, backlog) == 0 && getsockname(listener, generic, &length) == 0
            }
        }
        guard name else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard let serve else { return }
        Thread {
            while true {
                let descriptor = accept(listener, nil, nil)
                // The thread that uses the number gives it back: else it could accept for whoever gets it next.
                guard descriptor >= 0 else { return _ = close(listener) }
                seen.connections.withLock { $0 += 1 }
                Thread {
                    serve(Connection(descriptor: descriptor))
                    close(descriptor)
                }.start()
            }
        }.start()
    }

    /// What came in, in order, for a server made by ``answering(_:)``.
    public var requests: [String] { seen.requests.withLock { $0 } }

    /// How many connections were accepted.
    public var connectionCount: Int { seen.connections.withLock { $0 } }

    /// A port on which nobody listens.
    public static func closedPort() throws -> Int {
        try LoopbackServer(serve: nil).port
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        if !isServed { close(listener) }
    }
}
