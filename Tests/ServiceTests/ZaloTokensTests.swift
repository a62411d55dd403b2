import Channels
import Dialogue
import Foundation
import Storage
import Support
import Synchronization
import Testing

@testable import Service

struct ZaloTokensTests {
    /// Zalo: refresh tokens r1, r2, … of which each works once, and faults on demand.
    private final class Zalo: Sendable {
        struct State {
            var next: String?
            var number = 0
            var requests: [String] = []
            var fault: SendError?
            var answer: HTTPAnswer?
        }

        let state: Mutex<State>

        init(valid: String? = "hạt-giống") {
            state = Mutex(State(next: valid))
        }

        func send(_ request: OutboundRequest) async throws(SendError) -> HTTPAnswer {
            let form = String(decoding: request.body, as: UTF8.self)
            let token = form.split(separator: "&").first?.dropFirst("refresh_token=".count).removingPercentEncoding ?? ""
            let (answer, fault): (HTTPAnswer, SendError?) = state.withLock { state in
                state.requests.append(token)
                if let answer = state.answer { return (answer, state.fault) }
                guard token == state.next else {
                    return (HTTPAnswer(status: 200, body: Data("{\"error\":-14020,\"error_name\":\"Invalid refresh token\"}".utf8)), nil)
                }
                state.number += 1
                state.next = "r\(state.number)"
                let body = "{\"access_token\":\"a\(state.number)\",\"refresh_token\":\"r\(state.number)\",\"expires_in\":\"90000\"}"
                return (HTTPAnswer(status: 200, body: Data(body.utf8)), state.fault)
            }
            if let fault { throw fault }
            return answer
        }
    }

    private let folder: TemporaryFolder
    private let data: DataFolder
    private let store: Store
    private let key: KeyFile
    private static let date = Date(timeIntervalSince1970: 1_795_500_000)

    init() throws {
        folder = try TemporaryFolder()
        data = try DataFolder(folder.url)
        store = try Store(folder: data, apology: Reply(text: "")) { _, _ in [] }
        key = try KeyFile(data.key)
    }

    /// As after a start of the service.
    private func tokens(_ zalo: Zalo, seed: String? = "hạt-giống", key: KeyFile? = nil) async throws -> ZaloTokens {
        let address = try #require(URL(string: "https://oauth.thu.invalid"))
        let app = ZaloTokens.App(account: "", id: "mã ứng dụng", secret: "bí mật", seed: seed, oauth: address)
        let tokens = ZaloTokens(app, store: store, key: key ?? self.key, folder: data, now: { Self.date }) { request throws(SendError) in
            try await zalo.send(request)
        }
        try await tokens.load()
        return tokens
    }

    @Test func `The seed begins the chain, once; from then on the kept pair goes on, also after a restart`() async throws {
        let zalo = Zalo()
        let first = try await tokens(zalo)
        #expect(first.accessToken == nil)
        try await first.renew()
        #expect(first.accessToken == "a1")
        let second = try await tokens(zalo)
        #expect(second.accessToken == "a1")
        try await second.renew()
        #expect(second.accessToken == "a2")
        #expect(zalo.state.withLock { $0.requests } == ["hạt-giống", "r1"])
    }

    @Test func `No token stands in any file in the clear`() async throws {
        let zalo = Zalo(valid: "HAT-GIONG-BI-MAT")
        try await tokens(zalo, seed: "HAT-GIONG-BI-MAT").renew()
        try await store.emptyLog()
        #expect(try folder.files(containing: "HAT-GIONG").isEmpty)
        #expect(try folder.files(containing: "\"a1\"").isEmpty)
    }

    @Test(arguments: [
        "{\"error\":-14020,\"error_name\":\"Invalid refresh token\"}", "{\"access_token\":\"\",\"refresh_token\":\"\"}", "{\"access_token\":\"x\"}",
        "{}",
    ])
    func `An error with status 200 leaves the kept pair as it was`(body: String) async throws {
        let zalo = Zalo()
        let tokens = try await tokens(zalo)
        try await tokens.renew()
        zalo.state.withLock { $0.answer = HTTPAnswer(status: 200, body: Data(body.utf8)) }
        let error = await #expect(throws: SendError.self) { try await tokens.renew() }
        #expect(error?.remedy == .stopChannel)
        #expect(tokens.accessToken == "a1")
        zalo.state.withLock { $0.answer = nil }
        let again = try await self.tokens(zalo)
        try await again.renew()
        #expect(again.accessToken == "a2")
    }

    @Test(arguments: [(503, "{\"error\":-1}"), (429, "{\"error\":-32}"), (200, "<html>")])
    func `Zalo's own trouble is tried again`(status: Int, body: String) async throws {
        let zalo = Zalo()
        zalo.state.withLock { $0.answer = HTTPAnswer(status: status, body: Data(body.utf8)) }
        let tokens = try await tokens(zalo)
        let error = await #expect(throws: SendError.self) { try await tokens.renew() }
        #expect(error?.remedy == .retry(after: nil))
    }

    @Test func `A pair that was made and never arrived is told, with the day and how to authorise anew`() async throws {
        let zalo = Zalo()
        try await tokens(zalo).renew()
        // Zalo takes r1 and answers; the answer is lost, as it is where the process is killed.
        zalo.state.withLock { $0.fault = SendError(.retry(after: nil), mayHaveArrived: true, summary: "time-out") }
        let lost = try await tokens(zalo)
        await #expect(throws: SendError.self) { try await lost.renew() }
        zalo.state.withLock { $0.fault = nil }
        let after = try await tokens(zalo)
        let error = await #expect(throws: SendError.self) { try await after.renew() }
        #expect(error?.remedy == .stopChannel)
        #expect(error?.summary.contains("channels authorize zalo-oa") == true)
        #expect(error?.summary.contains("used up") == true)
        #expect(error?.summary.contains("2026-11-2") == true)
    }

    @Test func `A restored backup is told as such, and a new seed in the settings begins anew`() async throws {
        let zalo = Zalo()
        try await tokens(zalo).renew()
        zalo.state.withLock { $0.next = "hạt-mới" }
        let stale = try await tokens(zalo)
        let error = await #expect(throws: SendError.self) { try await stale.renew() }
        #expect(error?.summary.contains("copy of the database") == true)
        let fresh = try await tokens(zalo, seed: "hạt-mới")
        try await fresh.renew()
        #expect(fresh.accessToken == "a2")
    }

    @Test func `Without a seed and a pair it says that nobody has authorised, and asks nobody`() async throws {
        let zalo = Zalo()
        let tokens = try await tokens(zalo, seed: nil)
        let error = await #expect(throws: SendError.self) { try await tokens.renew() }
        #expect(error?.summary.contains("channels authorize zalo-oa") == true)
        #expect(zalo.state.withLock { $0.requests }.isEmpty)
    }

    @Test func `What another process authorised is taken up without asking`() async throws {
        let zalo = Zalo()
        let service = try await tokens(zalo, seed: nil)
        let command = try await tokens(zalo, seed: nil)
        try await command.take(HTTPAnswer(status: 200, body: Data("{\"access_token\":\"mới\",\"refresh_token\":\"r\"}".utf8)))
        try await service.renew()
        #expect(service.accessToken == "mới")
        #expect(zalo.state.withLock { $0.requests }.isEmpty)
    }

    @Test func `One renews at a time`() async throws {
        let zalo = Zalo()
        let tokens = try await tokens(zalo)
        let lock = try #require(data.lock(named: "zalo-oa-tokens"))
        let error = await #expect(throws: SendError.self) { try await tokens.renew() }
        #expect(error?.remedy == .retry(after: 2))
        #expect(zalo.state.withLock { $0.requests }.isEmpty)
        withExtendedLifetime(lock) {}
    }

    @Test func `A pair that the key file does not open is told, and kept`() async throws {
        let zalo = Zalo()
        try await tokens(zalo).renew()
        let other = try KeyFile(folder.url.appending(path: "other"))
        await #expect(throws: KeyFile.Fault.self) { try await tokens(zalo, key: other) }
        #expect(try await tokens(zalo).accessToken == "a1")
    }
}
