import Foundation
import Platforms

/// All four platforms on this machine, for a person who tries the whole loop with curl: `make platforms`.
///
/// On the ports 8101 to 8104, or from `TUNGNGO_PLATFORMS_PORT` on; 0 takes free ones. The person 8 has blocked the bot on Telegram;
/// Zalo Bot takes `TUNGNGO_PLATFORMS_QUOTA` messages, or any number.
@main
struct RunPlatforms {
    private static let secret = "made-up-secret"

    private static func setting(_ key: String, otherwise: Int) -> Int {
        ProcessInfo.processInfo.environment["TUNGNGO_PLATFORMS_\(key)"].flatMap(Int.init) ?? otherwise
    }

    static func main() async throws {
        let first = setting("PORT", otherwise: 8101)
        let zaloOA = ZaloOAPlatform(appID: "1", appSecret: secret, start: Date())
        let messenger = MessengerPlatform(token: secret)
        // The window of the one who writes below is open.
        zaloOA.hear("7", at: Date())
        messenger.hear("7", at: Date())
        let telegram = TelegramPlatform(token: "900000009:\(secret)")
        telegram.block("8")
        let zaloBot = ZaloBotPlatform(token: "1:\(secret)", quota: setting("QUOTA", otherwise: .max))
        let platforms: [(String, any Platform)] = [
            ("telegram", telegram), ("zalo-bot", zaloBot), ("zalo-oa", zaloOA), ("messenger", messenger),
        ]
        let (addresses, listening) = AsyncStream<(String, URL)>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, (name, platform)) in platforms.enumerated() {
                group.addTask {
                    try await PlatformServer.run(PrintingPlatform(name, platform), port: first == 0 ? 0 : first + number) { server in
                        listening.yield((name, server.url))
                        try await Task.sleep(for: .seconds(86_400))
                    }
                }
            }
            group.addTask {
                var known: [String: URL] = [:]
                for await (name, url) in addresses {
                    known[name] = url
                    guard known.count == platforms.count else { continue }
                    return FileHandle.standardOutput.write(Data(instructions(known.mapValues(\.absoluteString)).utf8))
                }
            }
            try await group.waitForAll()
        }
    }

    /// - Parameter addresses: by the platforms' names.
    private static func instructions(_ addresses: [String: String]) -> String {
        let (telegram, zaloBot) = (addresses["telegram"] ?? "", addresses["zalo-bot"] ?? "")
        let (zaloOA, messenger) = (addresses["zalo-oa"] ?? "", addresses["messenger"] ?? "")
        return
            """
            Four platforms listen; what they get is shown here. In a second terminal, with a new data folder (the tokens begin anew each time):

            export TUNGNGO_TELEGRAM_TOKEN=900000009:\(secret) TUNGNGO_TELEGRAM_WEBHOOK_SECRET=\(secret) \\
              TUNGNGO_TELEGRAM_USER_NAME=to_cnscd_bot TUNGNGO_TELEGRAM_API_URL=\(telegram) \\
              TUNGNGO_ZALO_BOT_TOKEN=1:\(secret) TUNGNGO_ZALO_BOT_WEBHOOK_SECRET=\(secret) TUNGNGO_ZALO_BOT_API_URL=\(zaloBot) \\
              TUNGNGO_ZALO_OA_APP_ID=1 TUNGNGO_ZALO_OA_APP_SECRET=\(secret) TUNGNGO_ZALO_OA_WEBHOOK_SECRET=\(secret)-oa \\
              TUNGNGO_ZALO_OA_REFRESH_TOKEN=refresh-1 TUNGNGO_ZALO_OA_API_URL=\(zaloOA) TUNGNGO_ZALO_OA_OAUTH_URL=\(zaloOA) \\
              TUNGNGO_MESSENGER_APP_SECRET=\(secret) TUNGNGO_MESSENGER_PAGE_TOKEN=\(secret) TUNGNGO_MESSENGER_VERIFY_TOKEN=\(secret) \\
              TUNGNGO_MESSENGER_API_URL=\(messenger)/v25.0 TUNGNGO_DATA=$(mktemp -d) TUNGNGO_PUBLIC_URL=https://hoidap.example.vn
            swift run tungngo serve

            And in a third one, a person writes (for a further message take a further number):

            n=1; at=$(date +%s000); home=http://127.0.0.1:8080/webhooks; text='quên mật khẩu vneid'
            curl -H 'X-Telegram-Bot-Api-Secret-Token: \(secret)' $home/telegram -d \\
              "{\\"update_id\\":$n,\\"message\\":{\\"message_id\\":$n,\\"date\\":${at%000},\\"from\\":{\\"id\\":7,\\"is_bot\\":false,\\"first_name\\":\\"An\\"},\\
            \\"chat\\":{\\"id\\":7,\\"type\\":\\"private\\"},\\"text\\":\\"$text\\"}}"
            curl -H 'X-Bot-Api-Secret-Token: \(secret)' $home/zalo-bot -d \\
              "{\\"event_name\\":\\"message.text.received\\",\\"message\\":{\\"message_id\\":\\"$n\\",\\"date\\":$at,\\"from\\":{\\"id\\":\\"7\\"},\\
            \\"chat\\":{\\"id\\":\\"7\\",\\"chat_type\\":\\"PRIVATE\\"},\\"text\\":\\"$text\\"}}"
            body="{\\"event_name\\":\\"user_send_text\\",\\"timestamp\\":\\"$at\\",\\"sender\\":{\\"id\\":\\"7\\"},\\"recipient\\":{\\"id\\":\\"4\\"},\\
            \\"message\\":{\\"msg_id\\":\\"$n\\",\\"text\\":\\"$text\\"}}"
            curl -H "X-ZEvent-Signature: mac=$(printf %s "1$body${at}\(secret)-oa" | sha256sum | cut -d' ' -f1)" $home/zalo-oa -d "$body"
            body="{\\"object\\":\\"page\\",\\"entry\\":[{\\"messaging\\":[{\\"sender\\":{\\"id\\":\\"7\\"},\\"recipient\\":{\\"id\\":\\"1\\"},\\"timestamp\\":$at,\\
            \\"message\\":{\\"mid\\":\\"m$n\\",\\"text\\":\\"$text\\"}}]}]}"
            curl -H "X-Hub-Signature-256: sha256=$(printf %s "$body" | openssl dgst -sha256 -hmac \(secret) | sed 's/.* //')" $home/messenger -d "$body"

            `swift run tungngo channels check` asks the platforms who we are. They stop with Ctrl-C.

            """
    }
}
