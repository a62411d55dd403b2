import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Answers every POST whose body has a known size, as fast as sockets allow; a thread for each connection.
final class AnsweringServer: Sendable {
    let port: Int

    /// - Parameter size: of each request's body, in bytes.
    init(bodies size: Int) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, generic, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread {
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                Thread { AnsweringServer.serve(descriptor, size) }.start()
            }
        }.start()
    }

    private static func serve(_ descriptor: Int32, _ size: Int) {
        let answer = Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}".utf8)
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        var held: [UInt8] = []
        while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
            held += buffer[..<count]
            guard let end = headEnd(held), held.count >= end + size else { continue }
            held.removeFirst(end + size)
            _ = send(descriptor, answer, answer.count, Int32(MSG_NOSIGNAL))
        }
        close(descriptor)
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst(3).first { bytes[$0] == 10 && bytes[$0 - 1] == 13 && bytes[$0 - 2] == 10 && bytes[$0 - 3] == 13 }.map { $0 + 1 }
    }
}
