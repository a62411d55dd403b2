import Crypto
import Foundation
import HelpDesk
import Support
import Testing

@testable import Channels

/// A channel with made-up keys, and how its platform proves that a body is its own.
struct Specimen: Sendable, CustomTestStringConvertible {
    let channel: any Channel
    /// Where its fixtures are.
    let folder: String
    let sign: @Sendable (Data) -> [String: String]

    var testDescription: String { channel.name }

    static let received = Date(timeIntervalSince1970: 1_764_000_060)
    static let all = [zaloOA, zaloBot, telegram, messenger]

    static let zaloOA = zaloOA(hasButtons: false)

    static func zaloOA(hasButtons: Bool, appID: String = "1000000000000000001") -> Specimen {
        let (app, secret) = (appID, "made-up-OA-secret-key-0001")
        let account = ZaloOAAccount(
            appID: app, appSecret: Credential("made-up-app-secret"), webhookSecret: Credential(secret), hasButtons: hasButtons,
            apiURL: address("https://zalo.example"), oauthURL: address("https://oauth.example"))
        return Specimen(channel: ZaloOA(account) { Credential("made-up-access-token") }, folder: "zalo_oa") { body in
            let time = ZaloOASignature.times(in: body).first
            let signed = Data(app.utf8) + body + (time ?? Data("1".utf8)) + Data(secret.utf8)
            return ["x-zevent-signature": "mac=" + hexadecimal(SHA256.hash(data: signed))].merging(
                time == nil ? ["x-zevent-timestamp": "1"] : [:]
            ) { $1 }
        }
    }

    static let zaloBot = Specimen(
        channel: ZaloBot(
            ZaloBotAccount(
                token: Credential("1:made-up"), webhookSecret: Credential("made-up-secret"), displayName: "Bot Tổ CNSCĐ",
                apiURL: address("https://bot.example"))),
        folder: "zalo_bot"
    ) { _ in ["x-bot-api-secret-token": "made-up-secret"] }

    static let telegram = Specimen(
        channel: Telegram(
            TelegramAccount(
                token: Credential("900000009:made-up"), webhookSecret: Credential("made-up-secret"), userName: "to_cnscd_bot",
                apiURL: address("https://telegram.example"))),
        folder: "telegram"
    ) { _ in ["x-telegram-bot-api-secret-token": "made-up-secret"] }

    static let messenger = Specimen(
        channel: Messenger(
            MessengerAccount(
                appSecret: Credential("made-up-facebook-app-secret-01"), pageToken: Credential("made-up-page-token"),
                verifyToken: Credential("made-up-verify-token"), apiURL: address("https://graph.example/v25.0"))),
        folder: "messenger"
    ) { body in
        let key = SymmetricKey(data: Data("made-up-facebook-app-secret-01".utf8))
        return ["x-hub-signature-256": "sha256=" + hexadecimal(HMAC<SHA256>.authenticationCode(for: body, using: key))]
    }

    /// What the channel reads out of a proven body.
    func read(_ body: Data) throws -> [InboundMessage] {
        try channel.receive(WebhookRequest(body: body, headers: sign(body)), at: Specimen.received)
    }

    func read(_ body: String) throws -> [InboundMessage] { try read(Data(body.utf8)) }

    static func fixture(_ path: String) throws -> Data {
        try Data(contentsOf: fixtures.appending(path: path))
    }

    static let fixtures = Repository.root.appending(path: "Tests/ChannelsTests/Fixtures", directoryHint: .isDirectory)

    /// All bodies that this channel's platform is known to post.
    func bodies() throws -> [Data] {
        let folder = Specimen.fixtures.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { try Data(contentsOf: folder.appending(path: $0)) }
    }

    private static func address(_ text: String) -> URL { URL(string: text) ?? URL(filePath: "/") }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
