import Crypto
import Foundation
import Storage

/// A pair of tokens in the database, sealed with the key file, and what is known of how it was made.
struct TokenVault: Sendable {
    struct Pair: Sendable, Hashable, Codable {
        let access: String
        let refresh: String
    }

    /// A renewal that was begun: with which refresh token (a digest of it), and when.
    struct Attempt: Sendable, Codable {
        let digest: String
        let at: Date

        func isWith(_ token: String) -> Bool { digest == TokenVault.digest(token) }
    }

    let store: Store
    let key: KeyFile
    /// Under which the database keeps it.
    let name: String

    func pair() async throws -> Pair? { try await read("pair") }

    /// The renewal that was begun last and has not ended with a pair.
    func attempt() async throws -> Attempt? { try await read("attempt") }

    func note(attemptWith token: String, at date: Date) async throws {
        try await write(["attempt": Attempt(digest: TokenVault.digest(token), at: date)], at: date)
    }

    /// - Parameter seed: the token of the settings with which the pair was made, if it was one.
    func keep(_ pair: Pair, seed: String?, at date: Date) async throws {
        var parts: [String: any Encodable] = ["pair": pair]
        if let seed { parts["seed"] = TokenVault.digest(seed) }
        try await write(parts, at: date)
    }

    func hasUsed(seed: String) async throws -> Bool { try await read("seed") == TokenVault.digest(seed) }

    /// The authorisation that is under way.
    func consent() async throws -> ZaloConsent? {
        let kept: ZaloConsent?? = try await read("consent")
        return kept ?? nil
    }

    /// - Parameter consent: nil ends it.
    func keep(_ consent: ZaloConsent?, at date: Date) async throws { try await write(["consent": consent], at: date) }

    private func read<Value: Decodable>(_ part: String) async throws -> Value? {
        guard let sealed = try await store.secret("\(name)/\(part)") else { return nil }
        return try JSONDecoder().decode(Value.self, from: Data(try key.open(sealed).utf8))
    }

    private func write(_ parts: [String: any Encodable], at date: Date) async throws {
        var sealed: [String: Data] = [:]
        for (part, value) in parts { sealed["\(name)/\(part)"] = try key.seal(String(decoding: JSONEncoder().encode(value), as: UTF8.self)) }
        try await store.keepSecrets(sealed, at: date)
    }

    static func digest(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
