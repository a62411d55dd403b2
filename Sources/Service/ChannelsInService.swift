public import Channels
import Foundation
public import HelpDesk
public import Logging
public import Storage

/// The configured channels with all that sends over them: tokens, outbound calls, the outbox's loop.
public struct ChannelsInService: Sendable {
    public let channels: [any Channel]
    public let outbox: OutboxSender
    let http: HTTPSender
    let store: Store
    /// By the names of their accounts.
    let tokens: [String: ZaloTokens]

    /// - Returns: nil where no channel is configured.
    public init?(_ settings: Settings, store: Store, key: KeyFile, folder: DataFolder, metrics: Metrics = Metrics(), logger: Logger) async throws {
        guard !settings.channels.isEmpty else { return nil }
        let http = HTTPSender(policy: OutboundPolicy(hosts: settings.channels.hosts, proxy: settings.proxy))
        var tokens: [String: ZaloTokens] = [:]
        for account in settings.channels.zaloOA {
            let app = ZaloTokens.App(
                account: account.name, id: account.appID, secret: account.appSecret.value, seed: account.refreshToken?.value,
                oauth: account.oauthURL)
            let chain = ZaloTokens(app, store: store, key: key, folder: folder) { request throws(SendError) in
                try await http.send(request)
            }
            try await chain.load()
            tokens[account.name] = chain
        }
        let chains = tokens
        self.http = http
        self.store = store
        self.tokens = chains
        channels = settings.channels.channels { account in Credential(chains[account.name]?.accessToken ?? "") }
        outbox = OutboxSender(
            channels,
            tools: OutboxSender.Tools(
                store: store, logger: logger, allowsPaid: settings.paidMessages, metrics: metrics,
                send: { request throws(SendError) in try await http.send(request) },
                renewToken: { channel throws(SendError) in
                    guard channel.name == ZaloOA.channel, let chain = chains[channel.account] else {
                        return try await OutboxSender.noRenewal(channel)
                    }
                    try await chain.renew()
                }))
    }

    /// Ends all calls that are under way.
    public func stop() async {
        await http.stop()
    }
}

extension ChannelSettings {
    /// The only hosts that are ever called.
    var hosts: Set<String> {
        let addresses = zaloOA.flatMap { [$0.apiURL, $0.oauthURL] } + zaloBot.map(\.apiURL) + telegram.map(\.apiURL) + messenger.map(\.apiURL)
        return Set(addresses.compactMap { $0.host()?.lowercased() })
    }

    /// How long each channel lets us write to people.
    public var reaches: [String: Reach] {
        var reaches = [WebChat.channel: Reach(free: Visitor.idleLimit, longest: Visitor.idleLimit)]
        for channel in channels() {
            reaches[channel.name] = Reach(free: channel.capabilities.freeWindow, longest: channel.capabilities.window)
        }
        return reaches
    }
}
