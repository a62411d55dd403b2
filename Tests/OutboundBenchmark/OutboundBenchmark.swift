import AsyncHTTPClient
import Channels
import Foundation
import NIOCore
import NIOHTTP1

/// Our calls to platforms beside AsyncHTTPClient's: POSTs of 500 bytes, 32 at once over 16 connections, in one run.
///
/// Arguments: how many calls (100,000), and `ours` or `theirs` to run one alone, for its memory. `make bench-outbound`.
@main
struct OutboundBenchmark {
    static let body = Data(repeating: 0x61, count: 500)
    static let connections = 16

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let calls = arguments.compactMap(Int.init).first ?? 100_000
        let server = try AnsweringServer(bodies: body.count)
        let ours = arguments.contains("theirs") ? nil : try await measureOurs(server.port, calls)
        let theirs = arguments.contains("ours") ? nil : try await measureTheirs(server.port, calls)
        if let ours, let theirs { print("ratio: \((ours / theirs * 100).rounded() / 100) of AsyncHTTPClient's rate") }
    }

    static func measureOurs(_ port: Int, _ calls: Int) async throws -> Double {
        let sender = HTTPSender(policy: OutboundPolicy(hosts: ["127.0.0.1"], connectionsPerHost: connections))
        guard let url = URL(string: "http://127.0.0.1:\(port)/bot/sendMessage") else { return 0 }
        let request = OutboundRequest(url: url, headers: ["Content-Type": "application/json"], body: body)
        let rate = try await measure("HTTPSender", calls) {
            guard try await sender.send(request).status == 200 else { throw POSIXError(.EPROTO) }
        }
        await sender.stop()
        return rate
    }

    static func measureTheirs(_ port: Int, _ calls: Int) async throws -> Double {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        let client = HTTPClient(configuration: configuration)
        let rate = try await measure("AsyncHTTPClient", calls) {
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/bot/sendMessage")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(body)
            let response = try await client.execute(request, timeout: .seconds(15))
            guard try await response.body.collect(upTo: 1 << 20).readableBytes == 11 else { throw POSIXError(.EPROTO) }
        }
        try await client.shutdown()
        return rate
    }

    static func measure(_ name: String, _ calls: Int, _ call: @escaping @Sendable () async throws -> Void) async throws -> Double {
        try await run(calls / 20, call)
        let before = residentKilobytes()
        let processor = clock()
        let start = ContinuousClock.now
        try await run(calls, call)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let used = Double(clock() - processor) / Double(CLOCKS_PER_SEC) / Double(calls) * 1_000_000
        let growth = residentKilobytes() - before
        print(
            "\(name): \(Int(Double(calls) / seconds)) calls/s, \(Int(used)) µs of processor a call (server included), memory \(before) kB + \(growth) kB"
        )
        return Double(calls) / seconds
    }

    private static func run(_ calls: Int, _ call: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<32 {
                group.addTask { for _ in stride(from: lane, to: calls, by: 32) { try await call() } }
            }
            try await group.waitForAll()
        }
    }

    private static func residentKilobytes() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.dropFirst().first.flatMap { Int($0) } ?? 0) * 4
    }
}
