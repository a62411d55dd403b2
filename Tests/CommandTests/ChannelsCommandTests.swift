import Foundation
import Platforms
import Support
import Testing

struct ChannelsCommandTests {
    private static let publicURL = ["TUNGNGO_PUBLIC_URL": "https://hoidap.example.vn"]
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: [String], _ environment: [String: String]) async throws -> Program.Ending {
        let environment = environment.merging(["TUNGNGO_DATA": folder.url.appending(path: "data").path]) { own, _ in own }
        return try await Program("tungngo", ["channels"] + arguments, environment: environment).end()
    }

    private static func telegram(_ url: URL, token: String = "900000009:made-up") -> [String: String] {
        [
            "TUNGNGO_TELEGRAM_TOKEN": token, "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "made-up-telegram", "TUNGNGO_TELEGRAM_USER_NAME": "to_cnscd_bot",
            "TUNGNGO_TELEGRAM_API_URL": url.absoluteString,
        ]
    }

    private static func zaloOA(_ url: URL) -> [String: String] {
        [
            "TUNGNGO_ZALO_OA_APP_ID": "1", "TUNGNGO_ZALO_OA_APP_SECRET": "made-up-app", "TUNGNGO_ZALO_OA_WEBHOOK_SECRET": "made-up-oa",
            "TUNGNGO_ZALO_OA_API_URL": url.absoluteString, "TUNGNGO_ZALO_OA_OAUTH_URL": url.absoluteString,
        ]
    }

    @Test func `With nothing configured it says so; of what is half configured it names every key that is missing`() async throws {
        let none = try await run(["check"], [:])
        #expect(none.status == 0)
        #expect(none.output == "no channel is configured: only the web page is there\n")
        let half = try await run(["check"], ["TUNGNGO_TELEGRAM_TOKEN": "1:made-up", "TUNGNGO_MESSENGER_APP_SECRET": "made-up"])
        #expect(half.status == 1)
        #expect(half.output.contains("settings\tfault\tthe setting TUNGNGO_TELEGRAM_WEBHOOK_SECRET is missing"))
        #expect(half.output.contains("the setting TUNGNGO_MESSENGER_PAGE_TOKEN and TUNGNGO_MESSENGER_VERIFY_TOKEN is missing"))
        #expect(!half.output.contains("made-up"))
    }

    @Test func `Telegram and Zalo Bot say who we are, take our address, and then all is well`() async throws {
        let telegram = TelegramPlatform(token: "900000009:made-up")
        try await PlatformServer.run(telegram) { server in
            try await PlatformServer.run(ZaloBotPlatform(token: "1:made-up")) { zalo in
                var environment = Self.telegram(server.url).merging([
                    "TUNGNGO_ZALO_BOT_TOKEN": "1:made-up", "TUNGNGO_ZALO_BOT_WEBHOOK_SECRET": "made-up-zalo",
                    "TUNGNGO_ZALO_BOT_API_URL": zalo.url.absoluteString,
                ]) { own, _ in own }
                #expect(try await run(["set-webhook", "telegram"], environment).errors.contains("TUNGNGO_PUBLIC_URL"))
                environment.merge(Self.publicURL) { own, _ in own }
                let before = try await run(["check"], environment)
                #expect(before.status == 1)
                #expect(before.output.contains("telegram\tok\twe are Tổ mẫu @to_cnscd_bot\n"))
                #expect(before.output.contains("zalo-bot\tok\twe are bot.mau 5000000000000000005\n"))
                #expect(before.output.contains("the webhook is not set; ours is https://hoidap.example.vn/webhooks/telegram"))
                for channel in ["telegram", "zalo-bot"] { #expect(try await run(["set-webhook", channel], environment).status == 0) }
                #expect(telegram.secret == "made-up-telegram")
                let after = try await run(["check"], environment)
                #expect(after.status == 0)
                #expect(after.output.contains("zalo-bot\tok\tthe webhook is https://hoidap.example.vn/webhooks/zalo-bot\n"))
                #expect(!(before.output + after.output + before.errors + after.errors).contains("made-up"))
                environment["TUNGNGO_TELEGRAM_USER_NAME"] = "other_bot"
                #expect(try await run(["check"], environment).output.contains("telegram\tfault\tTUNGNGO_TELEGRAM_USER_NAME is not to_cnscd_bot"))
            }
        }
    }

    @Test func `A token that the platform refuses is a fault of that channel, and a webhook is not set with it`() async throws {
        try await PlatformServer.run(TelegramPlatform(token: "900000009:made-up")) { server in
            let environment = Self.telegram(server.url, token: "900000009:other").merging(Self.publicURL) { own, _ in own }
            let check = try await run(["check"], environment)
            #expect(check.status == 1)
            #expect(check.output == "telegram\tfault\ttelegram: error 401\n")
            #expect(try await run(["set-webhook", "telegram"], environment).status == 1)
            #expect(try await run(["set-webhook", "messenger"], environment).errors.contains("messenger is not configured"))
        }
    }

    @Test func `An Official Account is authorised by the address that Zalo led to, once`() async throws {
        let platform = ZaloOAPlatform(appID: "1", appSecret: "made-up-app", start: Date())
        try await PlatformServer.run(platform) { server in
            let environment = Self.zaloOA(server.url).merging(Self.publicURL) { own, _ in own }
            #expect(
                try await run(["check"], environment).output.contains("Zalo has not been authorised yet: run `tungngo channels authorize zalo-oa`"))
            let begun = try await run(["authorize", "zalo-oa"], environment)
            #expect(begun.output.contains("callback\thttps://hoidap.example.vn/zalo-oa/callback\n"))
            let page = try #require(begun.output.split(separator: "\n").last.flatMap { URL(string: String($0)) })
            let callback = try #require(platform.agree(to: page)).absoluteString
            let forged = callback.replacing("state=", with: "state=x")
            #expect(try await run(["authorize", "zalo-oa", "--code", forged], environment).status != 0)
            #expect(platform.tokens.access == "access-1")
            #expect(try await run(["authorize", "zalo-oa", "--code", callback], environment).status == 0)
            #expect(platform.tokens.access == "access-2")
            let check = try await run(["check"], environment)
            #expect(check.status == 0)
            #expect(check.output.contains("zalo-oa\tok\twe are OA mẫu, government\n"))
            #expect(check.output.contains("in the platform's console the webhook must be https://hoidap.example.vn/webhooks/zalo-oa\n"))
            #expect(!check.output.contains("OA Secret Key"))
            let mixedUp = environment.merging(["TUNGNGO_ZALO_OA_WEBHOOK_SECRET": "made-up-app"]) { _, other in other }
            #expect(try await run(["check"], mixedUp).output.contains("zalo-oa\tnote\tthe webhook's secret is the app's"))
            #expect(try await run(["authorize", "zalo-oa", "--code", callback], environment).errors.contains("no authorisation is under way"))
            #expect(try folder.files(containing: "refresh-2").isEmpty)
        }
    }

    @Test func `The service's own page ends an authorisation, for whoever has its state, and the channel goes on`() async throws {
        let platform = ZaloOAPlatform(appID: "1", appSecret: "made-up-app", start: Date())
        try await PlatformServer.run(platform) { server in
            let environment = Self.zaloOA(server.url).merging(Self.publicURL) { own, _ in own }
            let data = folder.url.appending(path: "data").path
            let program = try Program(
                "tungngo", ["serve", "--port", "0", "--data", data, "--catalogue", Repository.root.path], environment: environment)
            let browser = Browser(try await program.address())
            let begun = try await run(["authorize", "zalo-oa"], environment)
            let page = try #require(begun.output.split(separator: "\n").last.flatMap { URL(string: String($0)) })
            let callback = try #require(platform.agree(to: page))
            let query = try #require(callback.query())
            let forged = try await browser.get("zalo-oa/callback?" + query.replacing("state=", with: "state=x"))
            #expect(forged.status == 400)
            #expect(forged.body.contains("Chưa kết nối được"))
            #expect(platform.tokens.access == "access-1")
            #expect(try await browser.get("zalo-oa/callback").status == 400)
            let connected = try await browser.get("zalo-oa/callback?" + query)
            #expect(connected.status == 200)
            #expect(connected.body.contains("Đã kết nối"))
            #expect(try await browser.get("zalo-oa/callback?" + query).status == 400)
            #expect(try await run(["check"], environment).output.contains("we are OA mẫu"))
            program.signal(SIGTERM)
            let ending = await program.end()
            #expect(ending.status == 0)
            #expect(!ending.errors.contains("made-up"))
        }
    }
}
