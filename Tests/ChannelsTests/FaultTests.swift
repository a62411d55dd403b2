import Foundation
import HelpDesk
import Testing

@testable import Channels

/// What each platform's answer asks for, by the tables of its errors.
struct FaultTests {
    private static func remedy(
        _ specimen: Specimen, _ body: String, status: Int = 200, headers: [String: String] = [:], hasPlain: Bool = false
    ) throws -> SendError? {
        let url = try #require(URL(string: "https://platform.example/bot1:made-up/sendMessage"))
        let plain = OutboundRequest(url: url, headers: [:], body: Data())
        let request = OutboundRequest(url: url, headers: [:], body: Data(), plain: hasPlain ? [plain] : [])
        let error = specimen.channel.fault(in: HTTPAnswer(status: status, headers: headers, body: Data(body.utf8)), to: request)
        #expect(error?.summary.contains("made-up") != true)
        return error
    }

    private static func fixture(_ path: String) throws -> String { String(decoding: try Specimen.fixture(path), as: UTF8.self) }

    @Test func `A message that was taken is no fault`() throws {
        #expect(try Self.remedy(.zaloOA, Self.fixture("zalo_oa_api/send_cs_success.json")) == nil)
        #expect(try Self.remedy(.zaloBot, Self.fixture("zalo_bot_api/sendMessage.json")) == nil)
        #expect(try Self.remedy(.telegram, Self.fixture("telegram_api/sendMessage.json")) == nil)
        #expect(try Self.remedy(.messenger, Self.fixture("messenger_api/send_success.json")) == nil)
    }

    @Test(
        arguments: [
            (-216, .refreshToken), (-220, .refreshToken), (-32, .retry(after: nil)), (-200, .retry(after: nil)), (-100, .retry(after: nil)),
            (-201, .giveUp), (-210, .giveUp), (-233, .giveUp), (-240, .giveUp), (-213, .stopContact), (-217, .stopContact), (-218, .stopContact),
            (-227, .stopContact), (-230, .stopContact), (-232, .stopContact), (-244, .stopContact), (-237, .stopContact), (-403, .stopContact),
            (-211, .stopChannel), (-320, .stopChannel), (-321, .stopChannel), (-204, .stopChannel), (-205, .stopChannel), (-209, .stopChannel),
            (-212, .stopChannel), (-219, .stopChannel), (-221, .stopChannel), (-223, .stopChannel), (-224, .stopChannel), (-235, .stopChannel),
            (-242, .stopChannel), (-9999, .giveUp), (5, .giveUp),
        ] as [(Int, SendError.Remedy)]) func `Zalo's errors come with HTTP 200, each with its remedy`(_ code: Int, _ remedy: SendError.Remedy) throws
    {
        let fault = try #require(try Self.remedy(.zaloOA, #"{"error":\#(code),"message":"made-up"}"#))
        #expect(fault.remedy == remedy)
        #expect(!fault.mayHaveArrived)
        #expect(fault.summary == "zalo-oa: error \(code)")
    }

    @Test(arguments: [-201, -210, -233, -240]) func `Where Zalo refuses buttons the list is sent`(_ code: Int) throws {
        #expect(try Self.remedy(.zaloOA, #"{"error":\#(code)}"#, hasPlain: true)?.remedy == .plainText)
    }

    @Test(arguments: ["211", "213", "216", "220", "224", "227", "230", "232", "233", "32"]) func `Zalo's example errors are faults`(_ code: String)
        throws
    {
        #expect(try Self.remedy(.zaloOA, Self.fixture("zalo_oa_api/error_\(code).json"))?.summary == "zalo-oa: error -\(code)")
    }

    @Test(
        arguments: [
            (#"{"ok":false,"error_code":401}"#, .stopChannel, false), (#"{"ok":false,"error_code":429}"#, .retry(after: nil), false),
            (#"{"ok":false,"error_code":403}"#, .retry(after: nil), true), (#"{"ok":false,"error_code":408}"#, .retry(after: nil), true),
            (#"{"ok":false,"error_code":400}"#, .giveUp, false), (#"{"ok":false}"#, .giveUp, false),
        ] as [(String, SendError.Remedy, Bool)]) func `Zalo Bot's errors`(_ body: String, _ remedy: SendError.Remedy, _ mayHaveArrived: Bool) throws
    {
        let fault = try #require(try Self.remedy(.zaloBot, body))
        #expect(fault.remedy == remedy)
        #expect(fault.mayHaveArrived == mayHaveArrived)
    }

    @Test func `Telegram says how long to wait, and that is obeyed`() throws {
        #expect(try Self.remedy(.telegram, Self.fixture("telegram_api/error_429.json"), status: 429)?.remedy == .retry(after: 30))
        #expect(
            try Self.remedy(.telegram, #"{"ok":false,"error_code":429}"#, status: 429, headers: ["retry-after": "7"])?.remedy == .retry(after: 7))
    }

    @Test(
        arguments: [
            (403, "Forbidden: bot was blocked by the user", .stopContact, false), (403, "Forbidden: user is deactivated", .stopContact, false),
            (400, "Bad Request: chat not found", .stopContact, false), (400, "Bad Request: BUTTON_DATA_INVALID", .plainText, true),
            (400, "Bad Request: BUTTON_DATA_INVALID", .giveUp, false), (400, "Bad Request: message is too long", .giveUp, true),
            (401, "Unauthorized", .stopChannel, false), (404, "Not Found", .stopChannel, false),
            (500, "Internal Server Error", .retry(after: nil), false),
        ] as [(Int, String, SendError.Remedy, Bool)]) func `Telegram's errors`(
            _ code: Int, _ description: String, _ remedy: SendError.Remedy, _ hasPlain: Bool
        ) throws
    {
        let body = #"{"ok":false,"error_code":\#(code),"description":"\#(description)"}"#
        let fault = try #require(try Self.remedy(.telegram, body, status: code, hasPlain: hasPlain))
        #expect(fault.remedy == remedy)
        #expect(fault.mayHaveArrived == (code == 500))
    }

    @Test func `A Telegram group that became a supergroup is written to no more under its old id`() throws {
        let body = #"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-1000000000001}}"#
        #expect(try Self.remedy(.telegram, body, status: 400)?.remedy == .stopContact)
    }

    @Test(
        arguments: [
            (190, 1_234_567, .stopChannel, false), (2, 0, .retry(after: nil), false), (613, 0, .retry(after: nil), false),
            (4, 0, .retry(after: nil), false),
            (10, 2_018_278, .stopContact, false), (551, 0, .stopContact, false), (100, 2_018_001, .stopContact, false), (100, 0, .plainText, true),
            (100, 0, .giveUp, false), (10, 0, .stopChannel, false), (9999, 0, .giveUp, false),
        ] as [(Int, Int, SendError.Remedy, Bool)]) func `Messenger's errors`(
            _ code: Int, _ subcode: Int, _ remedy: SendError.Remedy, _ hasPlain: Bool
        ) throws
    {
        let body = #"{"error":{"message":"made-up","code":\#(code),"error_subcode":\#(subcode)}}"#
        #expect(try Self.remedy(.messenger, body, status: 400, hasPlain: hasPlain)?.remedy == remedy)
    }

    @Test(arguments: Specimen.all) func `What cannot be read is judged by its status; a taken call may have arrived`(_ specimen: Specimen) throws {
        for body in ["", "<html>502</html>", "[]"] {
            #expect(
                try Self.remedy(specimen, body)
                    == SendError(.retry(after: nil), mayHaveArrived: true, summary: "\(specimen.channel.name): unreadable answer"))
            #expect(try Self.remedy(specimen, body, status: 502)?.mayHaveArrived == true)
            let busy = try #require(try Self.remedy(specimen, body, status: 503, headers: ["retry-after": "17"]))
            #expect(busy.remedy == .retry(after: 17))
            #expect(!busy.mayHaveArrived)
            #expect(try Self.remedy(specimen, body, status: 429)?.remedy == .retry(after: nil))
            #expect(try Self.remedy(specimen, body, status: 418)?.remedy == .giveUp)
        }
    }
}
