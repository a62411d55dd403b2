import Channels
import Configuration
import Foundation
import Support
import SystemPackage
import Testing

@testable import Service

struct ChannelSettingsTests {
    private func settings(_ environment: [String: String]) throws -> ChannelSettings {
        try Settings(ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: environment)).scoped(to: "tungngo")).channels
    }

    private static let whole = [
        "TUNGNGO_ZALO_OA_APP_ID": "1000000000000000001", "TUNGNGO_ZALO_OA_APP_SECRET": "a", "TUNGNGO_ZALO_OA_WEBHOOK_SECRET": "b",
        "TUNGNGO_ZALO_OA_REFRESH_TOKEN": "c", "TUNGNGO_ZALO_OA_BUTTONS": "true", "TUNGNGO_ZALO_OA_API_URL": "http://127.0.0.1:9001",
        "TUNGNGO_ZALO_OA_OAUTH_URL": "http://localhost:9002", "TUNGNGO_ZALO_BOT_TOKEN": "1:d", "TUNGNGO_ZALO_BOT_WEBHOOK_SECRET": "made-up-secret",
        "TUNGNGO_ZALO_BOT_NAME": "Bot Mẫu", "TUNGNGO_TELEGRAM_TOKEN": "2:e", "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "f_-9",
        "TUNGNGO_TELEGRAM_USER_NAME": "@mau_bot", "TUNGNGO_MESSENGER_APP_SECRET": "g", "TUNGNGO_MESSENGER_PAGE_TOKEN": "h",
        "TUNGNGO_MESSENGER_VERIFY_TOKEN": "123456",
    ]

    @Test func `Without any key there is no channel`() throws {
        #expect(try settings([:]).isEmpty)
        #expect(try settings([:]).channels().isEmpty)
        #expect(try settings(["TUNGNGO_TELEGRAM_TOKEN": " "]).isEmpty)
    }

    @Test func `Each key of each channel is read`() throws {
        let settings = try settings(Self.whole)
        #expect(
            settings.zaloOA == [
                ZaloOAAccount(
                    appID: "1000000000000000001", appSecret: Credential("a"), webhookSecret: Credential("b"), refreshToken: Credential("c"),
                    hasButtons: true, apiURL: try #require(URL(string: "http://127.0.0.1:9001")),
                    oauthURL: try #require(URL(string: "http://localhost:9002")))
            ])
        #expect(
            settings.zaloBot == [
                ZaloBotAccount(
                    token: Credential("1:d"), webhookSecret: Credential("made-up-secret"), displayName: "Bot Mẫu",
                    apiURL: try #require(URL(string: "https://bot-api.zaloplatforms.com")))
            ])
        #expect(
            settings.telegram == [
                TelegramAccount(
                    token: Credential("2:e"), webhookSecret: Credential("f_-9"), userName: "mau_bot",
                    apiURL: try #require(URL(string: "https://api.telegram.org")))
            ])
        #expect(
            settings.messenger == [
                MessengerAccount(
                    appSecret: Credential("g"), pageToken: Credential("h"), verifyToken: Credential("123456"),
                    apiURL: try #require(URL(string: "https://graph.facebook.com/v25.0")))
            ])
        #expect(settings.channels().map(\.name) == ["zalo-oa", "zalo-bot", "telegram", "messenger"])
    }

    @Test(arguments: [
        "TUNGNGO_ZALO_OA_APP_ID", "TUNGNGO_ZALO_OA_APP_SECRET", "TUNGNGO_ZALO_OA_WEBHOOK_SECRET", "TUNGNGO_ZALO_BOT_TOKEN",
        "TUNGNGO_ZALO_BOT_WEBHOOK_SECRET", "TUNGNGO_TELEGRAM_TOKEN", "TUNGNGO_TELEGRAM_WEBHOOK_SECRET", "TUNGNGO_MESSENGER_APP_SECRET",
        "TUNGNGO_MESSENGER_PAGE_TOKEN", "TUNGNGO_MESSENGER_VERIFY_TOKEN",
    ]) func `Half a channel is told at the start, by the missing key`(_ key: String) throws {
        let fault = #expect(throws: Settings.Fault.self) { try settings(Self.whole.filter { $0.key != key }) }
        #expect(fault?.key == key)
        #expect(fault?.description.contains("is missing") == true)
    }

    @Test(arguments: [
        ("TUNGNGO_TELEGRAM_API_URL", "http://api.telegram.org"), ("TUNGNGO_TELEGRAM_API_URL", "api.telegram.org"),
        ("TUNGNGO_ZALO_OA_OAUTH_URL", "ftp://127.0.0.1"), ("TUNGNGO_MESSENGER_API_URL", "https://a:b@graph.facebook.com"),
        ("TUNGNGO_ZALO_BOT_API_URL", "http://127.0.0.1.example.vn"), ("TUNGNGO_ZALO_OA_BUTTONS", "có"), ("TUNGNGO_TELEGRAM_WEBHOOK_SECRET", "đ"),
        ("TUNGNGO_ZALO_BOT_WEBHOOK_SECRET", "ngan"), ("TUNGNGO_TELEGRAM_TOKEN_FILE", "/khong/co"),
    ]) func `What cannot be used is refused by name, and no secret is shown`(_ key: String, _ value: String) throws {
        var environment = Self.whole
        environment[key] = value
        if key.hasSuffix("_FILE") { environment[String(key.dropLast(5))] = nil }
        let fault = #expect(throws: Settings.Fault.self) { try settings(environment) }
        #expect(fault?.key == key)
        #expect(fault?.description.contains("write") == true)
        if key.contains("SECRET") { #expect(fault?.description.contains("“\(value)”") == false) }
    }

    @Test func `A secret may stand in a file of its own`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "token")
        try Data("2:tep\n".utf8).write(to: file)
        var environment = Self.whole
        environment["TUNGNGO_TELEGRAM_TOKEN"] = nil
        environment["TUNGNGO_TELEGRAM_TOKEN_FILE"] = file.path
        #expect(try settings(environment).telegram.map(\.token) == [Credential("2:tep")])
    }

    @Test func `Several accounts of a channel stand in the settings file, by name`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "settings.yaml")
        let yaml = """
            tungngo:
              telegram:
                accounts: [xa-mau, xa-khac]
                xa-mau: { token: "1:a", webhookSecret: mot }
                xa-khac: { token: "2:b", webhookSecret: hai }
              messenger:
                appSecret: g
                pageToken: h
                verifyToken: 123456
            """
        try Data(yaml.utf8).write(to: file)
        let provider = try await FileProvider<YAMLSnapshot>(filePath: FilePath(file.path))
        let channels = try Settings(ConfigReader(provider: provider).scoped(to: "tungngo")).channels.channels()
        #expect(channels.map { $0.name + "/" + $0.account } == ["telegram/xa-mau", "telegram/xa-khac", "messenger/"])
    }

    @Test(arguments: ["Xã Mẫu", "", "a/b"]) func `An account's name is part of an address`(_ name: String) throws {
        let fault = #expect(throws: Settings.Fault.self) { try settings(["TUNGNGO_TELEGRAM_ACCOUNTS": name + ",b"]) }
        #expect(fault?.key == "TUNGNGO_TELEGRAM_ACCOUNTS")
    }

    @Test func `A named account that lacks a key is told by its own`() throws {
        let fault = #expect(throws: Settings.Fault.self) {
            try settings(["TUNGNGO_TELEGRAM_ACCOUNTS": "xa-mau", "TUNGNGO_TELEGRAM_XA_MAU_TOKEN": "1:a"])
        }
        #expect(fault?.key == "TUNGNGO_TELEGRAM_XA_MAU_WEBHOOK_SECRET")
    }
}
