public import Channels
public import Foundation
import Storage

/// What is done once to connect a channel, and asked to see whether it is connected.
extension ChannelsInService {
    /// Why an account cannot be set up from here.
    public enum SetupFault: Error, CustomStringConvertible {
        case noSuchAccount(String)
        case noCall(String)

        public var description: String {
            switch self {
            case .noSuchAccount(let name): "no account \(name) is configured"
            case .noCall(let channel): "\(channel) takes the address of its webhook in its console only"
            }
        }
    }

    /// All that a platform says about our account there.
    ///
    /// - Throws: where it cannot be reached, or refuses; a token of Zalo's that is too old is renewed on the way.
    public func facts(about channel: any Channel) async throws(SendError) -> [AccountFact] {
        var facts: [AccountFact] = []
        for number in channel.inquiries.indices { facts += try await answer(to: number, of: channel, mayRenew: true) }
        return facts
    }

    private func answer(to number: Int, of channel: any Channel, mayRenew: Bool) async throws(SendError) -> [AccountFact] {
        let inquiry = channel.inquiries[number]
        do throws(SendError) {
            return try inquiry.facts(in: try await http.send(inquiry.request), from: channel)
        } catch {
            guard error.remedy == .refreshToken, mayRenew, channel.name == ZaloOA.channel, let chain = tokens[channel.account] else { throw error }
            try await chain.renew()
            return try await answer(to: number, of: channel, mayRenew: false)
        }
    }

    /// Tells the platform where to post to.
    public func setWebhook(of channel: any Channel, to address: URL) async throws {
        guard let request = channel.settingWebhook(to: address) else { throw SetupFault.noCall(channel.name) }
        if let fault = channel.fault(in: try await http.send(request), to: request) { throw fault }
    }

    /// Begins to authorise an Official Account anew.
    ///
    /// - Returns: the page on which its admin agrees, and the challenge, which Zalo's console may ask for.
    public func beginAuthorization(_ account: String, leadingBackTo callback: URL) async throws -> (page: URL, challenge: String) {
        try await chain(account).beginAuthorization(leadingBackTo: callback)
    }

    /// Ends it with the code that a person brings.
    public func finishAuthorization(_ account: String, code: String, state: String?) async throws {
        try await chain(account).finishAuthorization(code: code, state: state)
        try await store.takeUp(ZaloOA.channel, account: account)
    }

    /// Ends the authorisation that this state belongs to, with the code that Zalo brings; nil where no account can be authorised.
    public var authorize: (@Sendable (_ code: String, _ state: String) async throws -> Void)? {
        guard !tokens.isEmpty else { return nil }
        return { code, state in
            for (account, chain) in tokens where try await chain.isUnderWay(state) {
                return try await finishAuthorization(account, code: code, state: state)
            }
            throw ZaloTokens.AuthorizationFault.noneUnderWay
        }
    }

    private func chain(_ account: String) throws -> ZaloTokens {
        guard let chain = tokens[account] else { throw SetupFault.noSuchAccount("\(ZaloOA.channel)/\(account)") }
        return chain
    }
}
