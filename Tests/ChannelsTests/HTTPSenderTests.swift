import Foundation
import Support
import Testing

@testable import Channels

/// What other HTTP clients do wrong (retry in secret, end the time-out at the head, hang on a dripping answer), against real
/// sockets on loopback.
@Suite(.timeLimit(.minutes(5)))
struct HTTPSenderTests {
    private static let token = "BI-MAT-123"

    private static func sender(_ deadline: Duration = .milliseconds(250), longestAnswer: Int = 4096) -> HTTPSender {
        HTTPSender(
            policy: OutboundPolicy(
                hosts: ["127.0.0.1", "localhost", "khong-co.invalid"], deadline: deadline, connectTimeout: deadline, longestAnswer: longestAnswer))
    }

    private static func request(_ port: Int, _ body: String = "{\"text\":\"chào bác\"}", host: String = "http://127.0.0.1") throws -> OutboundRequest
    {
        let url = try #require(URL(string: "\(host):\(port)/bot\(token)/sendMessage"))
        return OutboundRequest(url: url, headers: ["Content-Type": "application/json", "access_token": token], body: Data(body.utf8))
    }

    /// The error of a call, proven to tell no token. That it comes at all is the suite's time limit: machines differ, and a call that
    /// its deadline does not end never ends.
    private static func error(of request: OutboundRequest, from sender: HTTPSender = sender()) async throws
        -> SendError
    {
        let error = try await #require(throws: SendError.self) { try await sender.send(request) }
        #expect(!error.summary.contains(token))
        #expect(!error.summary.contains("/"))
        return error
    }

    @Test func `A request arrives as it was given, and the answer comes back whole`() async throws {
        let server = try LoopbackServer.answering { connection, _ in
            connection.answer("201 Created", headers: ["X-One: 1", "x-one: 2"], "{\"ok\":true}")
        }
        let answer = try await Self.sender().send(Self.request(server.port))
        #expect(answer == HTTPAnswer(status: 201, headers: ["content-length": "11", "x-one": "1, 2"], body: Data("{\"ok\":true}".utf8)))
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /bot\(Self.token)/sendMessage HTTP/1.1\r\n"))
        #expect(request.contains("access_token: \(Self.token)\r\n"))
        #expect(!request.contains("Expect"))
        #expect(request.hasSuffix("{\"text\":\"chào bác\"}"))
    }

    @Test func `A request without a body is a GET`() async throws {
        let server = try LoopbackServer.answering { connection, _ in connection.answer() }
        _ = try await Self.sender().send(Self.request(server.port, ""))
        #expect(server.requests.first?.hasPrefix("GET /") == true)
    }

    @Test func `A refused connection is told at once, and nothing was sent`() async throws {
        let error = try await Self.error(of: Self.request(try LoopbackServer.closedPort()), from: Self.sender(.seconds(20)))
        #expect(error.remedy == .retry(after: nil))
        #expect(!error.mayHaveArrived)
    }

    @Test func `A server that never answers costs the deadline, and the message may have arrived`() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.request()
            connection.waitForEnd()
        }
        #expect(try await Self.error(of: Self.request(server.port)).mayHaveArrived)
    }

    @Test func `A stall after the head counts against the same deadline`() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.request()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            connection.waitForEnd()
        }
        #expect(try await Self.error(of: Self.request(server.port)).mayHaveArrived)
    }

    @Test func `A dripping answer does not stretch the deadline`() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.request()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
            while !connection.waitForEnd(40), connection.write(".") {}
        }
        #expect(try await Self.error(of: Self.request(server.port)).mayHaveArrived)
    }

    @Test func `A connection that never comes about costs the deadline, and nothing was sent`() async throws {
        let server = try LoopbackServer(backlog: 0, serve: nil)
        let sender = Self.sender()
        let request = try Self.request(server.port)
        // The line holds one or two; they time out too, but count as sent.
        let errors = try await withThrowingTaskGroup(of: SendError.self) { group in
            for _ in 0..<6 { group.addTask { try await Self.error(of: request, from: sender) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.contains { !$0.mayHaveArrived })
    }

    @Test func `Who waits for a free connection has the same deadline, and nothing was sent`() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.request()
            connection.waitForEnd()
        }
        // Both begin before the other tests' work, and the first lasts long: the second surely waits for the first one's connection.
        let deadline = Duration.seconds(10)
        let sender = HTTPSender(policy: OutboundPolicy(hosts: ["127.0.0.1"], deadline: deadline, connectionsPerHost: 1))
        let request = try Self.request(server.port)
        let one = Task(priority: .high) { try await Self.error(of: request, from: sender) }
        let two = Task(priority: .high) { try await Self.error(of: request, from: sender) }
        #expect(try await [one.value, two.value].count { $0.mayHaveArrived } == 1)
        #expect(server.connectionCount == 1)
    }

    @Test func `A server that closes in the middle of its answer is an error, and the message may have arrived`() async throws {
        let server = try LoopbackServer { connection in
            _ = connection.request()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}")
        }
        #expect(try await Self.error(of: Self.request(server.port)).mayHaveArrived)
    }

    @Test func `A server that closes without an answer is an error, and the message may have arrived`() async throws {
        let server = try LoopbackServer { connection in _ = connection.request() }
        #expect(try await Self.error(of: Self.request(server.port)).mayHaveArrived)
    }

    @Test func `A kept connection that breaks is not tried again in secret: the message may have arrived`() async throws {
        let server = try LoopbackServer.answering { connection, request in
            if request.contains("hai") { connection.hangUp() } else { connection.answer() }
        }
        let sender = Self.sender()
        _ = try await sender.send(Self.request(server.port, "một"))
        #expect(try await Self.error(of: Self.request(server.port, "hai"), from: sender).mayHaveArrived)
        #expect(server.requests.count == 2)
    }

    @Test func `“Too many” comes back with the time to wait`() async throws {
        let server = try LoopbackServer.answering { connection, _ in connection.answer("429 Too Many Requests", headers: ["Retry-After: 17"]) }
        let answer = try await Self.sender().send(Self.request(server.port))
        #expect(answer.status == 429)
        #expect(answer.headers["retry-after"] == "17")
    }

    @Test func `A redirection is an answer and is not followed`() async throws {
        let server = try LoopbackServer.answering { connection, _ in connection.answer("302 Found", headers: ["Location: http://127.0.0.1:1/"]) }
        #expect(try await Self.sender().send(Self.request(server.port)).status == 302)
        #expect(server.requests.count == 1)
    }

    @Test func `A cancelled task ends its call at once, and the others go on`() async throws {
        let (arrived, signal) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            guard let request = connection.request() else { return }
            if request.contains("nhanh") { return connection.answer() }
            signal.yield()
            connection.waitForEnd()
        }
        let sender = Self.sender(.seconds(20))
        let request = try Self.request(server.port)
        let call = Task { try await Self.error(of: request, from: sender) }
        for await _ in arrived { break }
        call.cancel()
        #expect(try await call.value.mayHaveArrived)
        #expect(try await sender.send(Self.request(server.port, "nhanh")).status == 200)
    }

    @Test func `An unknown host is told, and nothing was sent`() async throws {
        let error = try await Self.error(of: Self.request(443, host: "https://khong-co.invalid"), from: Self.sender(.seconds(1)))
        #expect(error.remedy == .retry(after: nil))
        #expect(!error.mayHaveArrived)
    }

    @Test func `A certificate that nobody vouches for, or for another host, gets nothing; our own authority's does`() async throws {
        let server = try TLSServer()
        let request = try Self.request(server.port, "", host: "https://localhost")
        #expect(try await !Self.error(of: request, from: Self.sender(.seconds(2))).mayHaveArrived)

        var policy = OutboundPolicy(hosts: ["localhost", "127.0.0.1"], deadline: .seconds(2))
        policy.certificates = server.certificate
        let sender = HTTPSender(policy: policy)
        #expect(try await sender.send(request).status == 200)
        #expect(try await !Self.error(of: Self.request(server.port, "", host: "https://127.0.0.1"), from: sender).mayHaveArrived)
    }

    @Test func `An answer without end is cut off`() async throws {
        let server = try LoopbackServer.answering { connection, _ in
            connection.write("HTTP/1.1 200 OK\r\n\r\n")
            while connection.write(String(repeating: "x", count: 1000)) {}
        }
        let error = try await Self.error(of: Self.request(server.port), from: Self.sender(.seconds(20)))
        #expect(error.summary.contains("too long"))
        #expect(error.mayHaveArrived)
    }

    @Test(arguments: [
        "http://example.vn/", "https://example.vn/", "https://la@127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd",
        "http://127.0.0.1.example.vn/",
    ])
    func `What may not be called is not called`(address: String) async throws {
        let request = OutboundRequest(url: try #require(URL(string: address)), headers: [:], body: Data())
        let error = await #expect(throws: SendError.self) { try await Self.sender().send(request) }
        #expect(error?.remedy == .stopChannel)
    }

    @Test func `Plain HTTP never leaves this machine, even to a host on the list`() async throws {
        let policy = OutboundPolicy(hosts: ["example.vn"])
        let request = OutboundRequest(url: try #require(URL(string: "http://example.vn/")), headers: [:], body: Data())
        #expect(policy.refusal(of: request)?.contains("https") == true)
        let split = OutboundRequest(url: try #require(URL(string: "https://example.vn/")), headers: ["A": "b\r\nC: d"], body: Data())
        #expect(policy.refusal(of: split) != nil)
    }

    @Test func `The proxy is asked to connect, and what it refuses was not sent`() async throws {
        let proxy = try LoopbackServer.answering { connection, _ in connection.answer("503 Service Unavailable") }
        let policy = OutboundPolicy(hosts: ["khong-co.invalid"], deadline: .seconds(2), proxy: URL(string: "http://127.0.0.1:\(proxy.port)"))
        let error = try await Self.error(of: Self.request(443, host: "https://khong-co.invalid"), from: HTTPSender(policy: policy))
        #expect(!error.mayHaveArrived)
        let request = try #require(proxy.requests.first)
        #expect(request.hasPrefix("CONNECT khong-co.invalid:443"))
        #expect(!request.contains(Self.token))
    }

    @Test func `Two hundred calls at once all get their own answer over few connections`() async throws {
        let server = try LoopbackServer.answering { connection, request in
            connection.answer("200 OK", request.split(separator: "\r\n\r\n").last.map(String.init) ?? "")
        }
        let sender = Self.sender(.seconds(20))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let request = try Self.request(server.port, "số \(number)")
                    #expect(try await String(decoding: sender.send(request).body, as: UTF8.self) == "số \(number)")
                }
            }
            try await group.waitForAll()
        }
        #expect((2...16).contains(server.connectionCount))
    }

    @Test func `A stop ends what is under way, and nothing is taken after it`() async throws {
        let (arrived, signal) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { connection in
            _ = connection.request()
            signal.yield()
            connection.waitForEnd()
        }
        let sender = Self.sender(.seconds(20))
        let request = try Self.request(server.port)
        async let ended = Self.error(of: request, from: sender)
        for await _ in arrived { break }
        await sender.stop()
        #expect(try await ended.mayHaveArrived)
        #expect(try await !Self.error(of: request, from: sender).mayHaveArrived)
        await sender.stop()
    }
}
