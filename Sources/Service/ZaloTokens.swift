public import Channels
public import Foundation
import Logging
public import Storage
import Synchronization

/// The tokens of one Zalo Official Account: an access token that lives for 25 hours, and a refresh token that makes the next
/// pair, once, within three months.
///
/// A new pair is on disk, sealed, before it is used. The refresh token of the settings is only a seed: it begins the chain
/// where there is none yet, or where the chain is broken and the seed is another than the one used before.
public final class ZaloTokens: Sendable {
    /// Where and as whom tokens are asked for.
    public struct App: Sendable {
        let account: String
        let id: String
        let secret: String
        let seed: String?
        let address: URL
        /// Where an admin of the account allows us to act for it.
        let consent: URL

        /// - Parameters:
        ///   - account: as in ``Channel/account``.
        ///   - seed: the refresh token of the settings.
        ///   - oauth: Zalo's address for tokens, such as https://oauth.zaloapp.com.
        public init(account: String, id: String, secret: String, seed: String?, oauth: URL) {
            self.account = account
            self.id = id
            self.secret = secret
            self.seed = seed
            address = oauth.appending(path: "v4/oa/access_token")
            consent = oauth.appending(path: "v4/oa/permission")
        }
    }

    let app: App
    let vault: TokenVault
    let lock: @Sendable () -> FileLock?
    let send: @Sendable (OutboundRequest) async throws(SendError) -> HTTPAnswer
    let now: @Sendable () -> Date
    private let present = Mutex<String?>(nil)

    /// - Parameters:
    ///   - folder: its lock lets one renew at a time, whichever process it is in.
    ///   - send: one call with a deadline; ``HTTPSender/send(_:)``.
    public init(
        _ app: App, store: Store, key: KeyFile, folder: DataFolder, now: @escaping @Sendable () -> Date = { Date() },
        send: @escaping @Sendable (OutboundRequest) async throws(SendError) -> HTTPAnswer
    ) {
        self.app = app
        vault = TokenVault(store: store, key: key, name: "zalo-oa/\(app.account)")
        lock = { folder.lock(named: "zalo-oa-tokens") }
        self.send = send
        self.now = now
    }

    /// The access token for the next call; nil before ``load()`` and where there is none yet: then a call is refused, and
    /// ``renew()`` follows.
    public var accessToken: String? { present.withLock { $0 } }

    /// Takes up the pair that is kept.
    public func load() async throws {
        let pair = try await vault.pair()
        present.withLock { $0 = pair?.access }
    }

    /// Makes a new pair and keeps it before anybody uses it.
    ///
    /// - Throws: with remedy `retry` where Zalo could not be reached or another process is at it; with `stopChannel` where only a
    ///   person can help, and then the summary says how.
    public func renew() async throws(SendError) {
        guard let lock = lock() else { throw SendError(.retry(after: 2), summary: "another process renews the tokens of Zalo") }
        defer { withExtendedLifetime(lock) {} }
        do {
            try await renewAlone()
        } catch let error as SendError {
            throw error
        } catch {
            throw SendError(.stopChannel, summary: "the tokens of Zalo cannot be read or kept: \(error)")
        }
    }

    private func renewAlone() async throws {
        let pair = try await vault.pair()
        if let pair, pair.access != accessToken {
            // Another process renewed or authorised: theirs is the pair that lives.
            return present.withLock { $0 = pair.access }
        }
        let attempt = try await vault.attempt()
        if let pair {
            do {
                return try await exchange(pair.refresh)
            } catch let error as SendError where error.remedy == .stopChannel {
                guard let seed = app.seed, try await !vault.hasUsed(seed: seed) else {
                    throw ZaloTokens.broken(error.summary, since: attempt, token: pair.refresh, vault)
                }
            }
        }
        guard let seed = app.seed else {
            throw SendError(.stopChannel, summary: "Zalo has not been authorised yet: run `tungngo channels authorize zalo-oa`")
        }
        do {
            try await exchange(seed, isSeed: true)
        } catch let error as SendError where error.remedy == .stopChannel {
            throw ZaloTokens.broken(error.summary, since: attempt, token: seed, vault)
        }
    }

    /// One exchange; the token is noted beforehand, so that it can be told afterwards that it may have been used up.
    private func exchange(_ token: String, isSeed: Bool = false) async throws {
        try await vault.note(attemptWith: token, at: now())
        let answer = try await send(request(["grant_type": "refresh_token", "refresh_token": token]))
        let pair = try ZaloTokenAnswer.pair(in: answer)
        try await vault.keep(pair, seed: isSeed ? token : nil, at: now())
        present.withLock { $0 = pair.access }
    }

    /// Takes up the pair that an authorisation gave; the running service finds it in the database.
    public func take(_ answer: HTTPAnswer) async throws {
        let pair = try ZaloTokenAnswer.pair(in: answer)
        try await vault.keep(pair, seed: nil, at: now())
        present.withLock { $0 = pair.access }
    }

    private static func broken(_ reason: String, since attempt: TokenVault.Attempt?, token: String, _ vault: TokenVault) -> SendError {
        var summary = "\(reason). Authorise anew: run `tungngo channels authorize zalo-oa`."
        if let attempt, attempt.isWith(token) {
            summary += " The refresh token was sent on \(attempt.at.formatted(.iso8601)) and no answer was kept: it has been used up."
        } else {
            summary += " A refresh token works once and for three months: was an older copy of the database restored, or is it used elsewhere?"
        }
        return SendError(.stopChannel, summary: summary)
    }

    /// A call that asks for a pair.
    func request(_ fields: [String: String]) -> OutboundRequest {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        let fields = fields.merging(["app_id": app.id]) { own, _ in own }.sorted { $0.key > $1.key }
        let form = fields.map { "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")" }.joined(separator: "&")
        return OutboundRequest(
            url: app.address, headers: ["Content-Type": "application/x-www-form-urlencoded", "secret_key": app.secret], body: Data(form.utf8))
    }
}
