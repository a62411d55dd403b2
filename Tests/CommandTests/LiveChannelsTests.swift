import Foundation
import Platforms
import Support
import Testing

/// The whole way over real HTTP: a platform posts, the service answers there.
struct LiveChannelsTests {
    private static func settings(telegram: URL, zalo: URL) -> [String: String] {
        [
            "TUNGNGO_TELEGRAM_TOKEN": "900000009:made-up", "TUNGNGO_TELEGRAM_WEBHOOK_SECRET": "made-up-telegram",
            "TUNGNGO_TELEGRAM_API_URL": telegram.absoluteString, "TUNGNGO_ZALO_BOT_TOKEN": "1:made-up",
            "TUNGNGO_ZALO_BOT_WEBHOOK_SECRET": "made-up-zalo", "TUNGNGO_ZALO_BOT_API_URL": zalo.absoluteString,
        ]
    }

    private static func says(_ text: String, to chat: String) -> @Sendable (PlatformCall) -> Bool {
        { call in call.path.hasSuffix("/sendMessage") && "\(call.fields["chat_id"] ?? "")" == chat && "\(call.fields["text"] ?? "")".contains(text) }
    }

    /// What the first button under a message carries.
    private static func button(_ label: String, in call: PlatformCall) -> String? {
        let rows = (call.fields["reply_markup"] as? [String: Any])?["inline_keyboard"] as? [[[String: Any]]] ?? []
        return rows.joined().first { $0["text"] as? String == label }?["callback_data"] as? String
    }

    /// Runs the service with both channels.
    private static func live(
        in folder: TemporaryFolder, _ body: (Webhook, _ telegram: PlatformServer, _ zalo: PlatformServer) async throws -> Void
    ) async throws {
        try await PlatformServer.run(TelegramPlatform(token: "900000009:made-up")) { telegram in
            try await PlatformServer.run(ZaloBotPlatform(token: "1:made-up")) { zalo in
                let program = try Program(
                    "tungngo", ["serve", "--port", "0", "--data", folder.url.path, "--catalogue", Repository.root.path],
                    environment: settings(telegram: telegram.url, zalo: zalo.url))
                try await body(Webhook(browser: Browser(try await program.address())), telegram, zalo)
                program.signal(SIGTERM)
                let ending = await program.end()
                #expect(ending.status == 0)
                #expect(!ending.errors.contains("made-up"))
            }
        }
    }

    /// Takes teams and members, and makes a code for the only member of one.
    private static func invite(_ team: String, _ roster: String, in folder: TemporaryFolder) async throws -> String {
        let file = folder.url.appending(path: "tổ.csv")
        try Data(roster.utf8).write(to: file)
        let options = ["--data", folder.url.path]
        let environment = ["TUNGNGO_CATALOGUE": Repository.root.path]
        #expect(try await Program("tungngo", ["members", "import", file.path] + options, environment: environment).end().status == 0)
        let invites = try await Program("tungngo", ["members", "invite", team] + options, environment: environment).end()
        return String(try #require(invites.output.split(separator: "\t").first))
    }

    @Test func `A question by Telegram is answered there with buttons, and a pressed one leads on`() async throws {
        try await Self.live(in: TemporaryFolder()) { webhook, telegram, _ in
            #expect(try await webhook.telegram(1, from: 501, text: "quên mật khẩu vneid").status == 200)
            let answer = try #require(await telegram.call(where: Self.says("Quên mật khẩu", to: "501")))
            let start = try #require(Self.button("Bắt đầu", in: answer))
            let pressed = try await webhook.telegram(2, from: 501, pressing: start)
            #expect(pressed.body.contains("answerCallbackQuery"))
            let step = try #require(await telegram.call(where: Self.says("Bước 1", to: "501")))
            #expect(Self.button("Xong, tiếp", in: step) != nil)
        }
    }

    @Test func `A citizen on Telegram and a member on Zalo come together, and each reads the other`() async throws {
        let folder = try TemporaryFolder()
        let invite = try await Self.invite("THON-1", "mã tổ;tên tổ;tổ cấp trên;họ tên;vai trò\nTHON-1;Thôn mẫu 1;;Mai Mẫu;thành viên\n", in: folder)
        try await Self.live(in: folder) { (webhook, telegram, zalo) async throws in
            #expect(try await webhook.zaloBot("m1", from: "mai", text: "đăng ký \(invite)").status == 200)
            #expect(await zalo.call(where: Self.says("Mai Mẫu", to: "mai")) != nil)
            #expect(try await webhook.telegram(1, from: 501, text: "/start TO-THON-1").status == 200)
            #expect(try await webhook.telegram(2, from: 501, text: "quên mật khẩu vneid").status == 200)
            #expect(try await webhook.telegram(3, from: 501, text: "gặp người hỗ trợ").status == 200)
            #expect(await zalo.call(where: Self.says("yêu cầu #1", to: "mai")) != nil)
            #expect(try await webhook.zaloBot("m2", from: "mai", text: "nhận 1").status == 200)
            #expect(await telegram.call(where: Self.says("đã nhận giúp cô bác", to: "501")) != nil)
            #expect(try await webhook.zaloBot("m3", from: "mai", text: "bác mở ứng dụng VNeID lên giúp em").status == 200)
            #expect(await telegram.call(where: Self.says("Thôn mẫu 1: bác mở ứng dụng VNeID lên giúp em", to: "501")) != nil)
            #expect(try await webhook.telegram(4, from: 501, text: "mở rồi, nó đòi mật khẩu").status == 200)
            #expect(await zalo.call(where: Self.says("Bác #1: mở rồi, nó đòi mật khẩu", to: "mai")) != nil)
        }
    }
}
