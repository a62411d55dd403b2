import Foundation
import HelpDesk
import Matching
import Testing

@testable import Channels

/// 50,000 bodies made from the platforms' own by random changes, or as many as `TUNGNGO_FUZZ_BODIES` says; the same ones at every run.
struct WebhookFuzzTests {
    private static let perChannel = (ProcessInfo.processInfo.environment["TUNGNGO_FUZZ_BODIES"].flatMap(Int.init) ?? 50_000) / 4

    @Test(arguments: Specimen.all) func `No body crashes a channel, and none that is not proven says anything`(_ specimen: Specimen) throws {
        var mutation = BodyMutation(seeds: try specimen.bodies(), seed: 20_261_125)
        var read = 0
        var refused = 0
        for number in 0..<Self.perChannel {
            let body = mutation.next()
            do {
                let unproven = try specimen.channel.receive(WebhookRequest(body: body, headers: Self.forged(number)), at: Specimen.received)
                #expect(unproven.isEmpty && String(decoding: body, as: UTF8.self).filter { !$0.isWhitespace } == "{}" && specimen.folder == "zalo_oa")
            } catch WebhookFault.unproven {
                refused += 1
            }
            do {
                for message in try specimen.read(body) {
                    read += 1
                    if message.id.utf8.count > 700 || message.id.isEmpty || message.address.name.isEmpty || message.at > Specimen.received {
                        Issue.record("\(message) from \(String(decoding: body, as: UTF8.self))")
                    }
                }
            } catch WebhookFault.unreadable {
                continue
            }
        }
        // Changes that left nothing to read would prove nothing.
        #expect(read > Self.perChannel / 20)
        #expect(refused > Self.perChannel * 9 / 10)
    }

    private static func forged(_ number: Int) -> [String: String] {
        let digits = String(repeating: "0", count: 64)
        return switch number % 4 {
        case 0: [:]
        case 1: ["x-zevent-signature": "mac=" + digits, "x-hub-signature-256": "sha256=" + digits]
        case 2: ["x-bot-api-secret-token": "", "x-telegram-bot-api-secret-token": "", "x-zevent-signature": "mac=", "x-hub-signature-256": "sha256="]
        default: ["x-zevent-signature": "đ", "x-hub-signature-256": "sha1=" + digits, "x-telegram-bot-api-secret-token": "made-up-secreT"]
        }
    }
}
