public import Channels
import Configuration
import Foundation

/// The platforms on which the service can be written to; without any key of a platform its channel is not there.
///
/// All keys of a channel stand in the environment (`TUNGNGO_TELEGRAM_TOKEN`) or in the settings file (`telegram: token:`), a secret also
/// in a file of its own (`TUNGNGO_TELEGRAM_TOKEN_FILE`). Several accounts are told apart by names, which their webhooks' addresses end with
/// (`/webhooks/telegram/xa-mau`): `telegram: accounts: [xa-mau]` and the keys of each below its name (`telegram: xa-mau: token:`).
///
/// Addresses of platforms are theirs unless an `…_URL` says otherwise: https, or http on this machine for tests.
public struct ChannelSettings: Sendable {
    /// `TUNGNGO_ZALO_OA_…`, `zaloOa`: `APP_ID`, `APP_SECRET`, `WEBHOOK_SECRET` (the “OA Secret Key” of the webhook page) are needed;
    /// `REFRESH_TOKEN` begins the chain of tokens (without it: `channels authorize zalo-oa`); `BUTTONS`, true or false: choices as buttons,
    /// which Zalo has but does not document here (without it a numbered list); `API_URL` (https://openapi.zalo.me), `OAUTH_URL`
    /// (https://oauth.zaloapp.com).
    public var zaloOA: [ZaloOAAccount] = []
    /// `TUNGNGO_ZALO_BOT_…`, `zaloBot`: `TOKEN`, `WEBHOOK_SECRET` (8 to 256 characters) are needed; `NAME`, by which people mention the bot in
    /// a group (without it the mention stays in the text); `API_URL` (https://bot-api.zaloplatforms.com).
    public var zaloBot: [ZaloBotAccount] = []
    /// `TUNGNGO_TELEGRAM_…`, `telegram`: `TOKEN`, `WEBHOOK_SECRET` (1 to 256 of A-Z a-z 0-9 _ -) are needed; `USER_NAME`, the bot's, without @
    /// (without it the bot hears nothing in groups but answers to its own messages); `API_URL` (https://api.telegram.org).
    public var telegram: [TelegramAccount] = []
    /// `TUNGNGO_MESSENGER_…`, `messenger`: `APP_SECRET`, `PAGE_TOKEN`, `VERIFY_TOKEN` are needed; `API_URL` (https://graph.facebook.com/v25.0).
    public var messenger: [MessengerAccount] = []

    public init() {}

    /// - Parameter faults: gets what is wrong with an account, which is then left out.
    init(_ reader: ConfigReader, faults: inout [Settings.Fault]) {
        let zaloOA = AccountReader.accounts(of: "zaloOa", in: reader, &faults) { account throws(Settings.Fault) in
            try account.require("appId", "appSecret", "webhookSecret")
            return ZaloOAAccount(
                name: account.name, appID: try account.text("appId"), appSecret: try account.secret("appSecret"),
                webhookSecret: try account.secret("webhookSecret"), refreshToken: try account.optionalSecret("refreshToken"),
                hasButtons: try account.flag("buttons"), apiURL: try account.url("apiUrl", "https://openapi.zalo.me"),
                oauthURL: try account.url("oauthUrl", "https://oauth.zaloapp.com"))
        }
        let zaloBot = AccountReader.accounts(of: "zaloBot", in: reader, &faults) { account throws(Settings.Fault) in
            try account.require("token", "webhookSecret")
            return ZaloBotAccount(
                name: account.name, token: try account.secret("token"),
                webhookSecret: try account.secret("webhookSecret", "8 to 256 characters") { (8...256).contains($0.count) },
                displayName: account.optionalText("name"), apiURL: try account.url("apiUrl", "https://bot-api.zaloplatforms.com"))
        }
        let telegram = AccountReader.accounts(of: "telegram", in: reader, &faults) { account throws(Settings.Fault) in
            try account.require("token", "webhookSecret")
            let secret = try account.secret("webhookSecret", "1 to 256 of A-Z a-z 0-9 _ -") { secret in
                secret.count <= 256 && secret.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
            }
            let userName = account.optionalText("userName").map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
            return TelegramAccount(
                name: account.name, token: try account.secret("token"), webhookSecret: secret, userName: userName,
                apiURL: try account.url("apiUrl", "https://api.telegram.org"))
        }
        let messenger = AccountReader.accounts(of: "messenger", in: reader, &faults) { account throws(Settings.Fault) in
            try account.require("appSecret", "pageToken", "verifyToken")
            return MessengerAccount(
                name: account.name, appSecret: try account.secret("appSecret"), pageToken: try account.secret("pageToken"),
                verifyToken: try account.secret("verifyToken"), apiURL: try account.url("apiUrl", "https://graph.facebook.com/v25.0"))
        }
        (self.zaloOA, self.zaloBot, self.telegram, self.messenger) = (zaloOA, zaloBot, telegram, messenger)
    }

    public var isEmpty: Bool {
        zaloOA.isEmpty && zaloBot.isEmpty && telegram.isEmpty && messenger.isEmpty
    }

    /// - Parameter accessToken: the one that is valid now for an Official Account; only what is sent needs it.
    public func channels(
        accessToken: @escaping @Sendable (ZaloOAAccount) -> Credential = { _ in Credential("") }
    ) -> [any Channel] {
        zaloOA.map { account in ZaloOA(account) { accessToken(account) } } + zaloBot.map(ZaloBot.init) + telegram.map(Telegram.init)
            + messenger.map(Messenger.init)
    }
}
