import Dialogue
import Foundation
import HelpDesk
import Matching
import Testing

@testable import Channels

/// What holds on every channel alike.
struct ComplianceTests {
    private static func text(_ text: String, id: String = "1", person: String = "7", on specimen: Specimen) -> String {
        let quoted = String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
        return switch specimen.folder {
        case "zalo_oa":
            #"{"event_name":"user_send_text","sender":{"id":"\#(person)"},"message":{"msg_id":"\#(id)","text":\#(quoted)},"timestamp":"1764000000000"}"#
        case "zalo_bot":
            #"{"event_name":"message.text.received","message":{"from":{"id":"\#(person)"},"chat":{"id":"\#(person)","chat_type":"PRIVATE"},"message_id":"\#(id)","text":\#(quoted)}}"#
        case "telegram":
            #"{"update_id":"\#(id)","message":{"from":{"id":"\#(person)"},"chat":{"id":"\#(person)","type":"private"},"text":\#(quoted)}}"#
        default:
            #"{"entry":[{"messaging":[{"sender":{"id":"\#(person)"},"message":{"mid":"\#(id)","text":\#(quoted)}}]}]}"#
        }
    }

    @Test(arguments: Specimen.all) func `Without the platform's proof nothing is read`(_ specimen: Specimen) throws {
        let body = Data(Self.text("Xin chào", on: specimen).utf8)
        let right = specimen.sign(body)
        #expect(throws: Never.self) { try specimen.channel.receive(WebhookRequest(body: body, headers: right), at: Specimen.received) }
        let wrong: [[String: String]] = [
            [:], right.mapValues { _ in "" }, right.mapValues { $0 + "0" }, right.mapValues { String($0.dropLast()) },
            right.mapValues { $0.uppercased() }, right.mapValues { " " + $0 }, ["authorization": right.values.first ?? ""],
        ]
        for headers in wrong {
            #expect(throws: WebhookFault.unproven) {
                try specimen.channel.receive(WebhookRequest(body: body, headers: headers), at: Specimen.received)
            }
        }
    }

    @Test(arguments: [Specimen.zaloOA, .messenger]) func `A signed body that was changed by one letter proves nothing`(_ specimen: Specimen) throws {
        let body = Self.text("Xin chào", on: specimen)
        let headers = specimen.sign(Data(body.utf8))
        let changed = Data(body.replacing("Xin", with: "Xim").utf8)
        #expect(throws: WebhookFault.unproven) {
            try specimen.channel.receive(WebhookRequest(body: changed, headers: headers), at: Specimen.received)
        }
    }

    @Test(
        arguments: Specimen.all,
        [
            "", " ", "null", "[]", "7", #""text""#, "{", #"{"a":1"#, "khong phai json", "\u{0}", String(repeating: "[", count: 100_000),
            String(repeating: #"{"entry":"#, count: 50_000),
        ]) func `A proven body that is no object of JSON is unreadable`(_ specimen: Specimen, _ body: String)
    {
        #expect(throws: WebhookFault.unreadable) { try specimen.read(body) }
    }

    @Test func `A body that is not UTF-8 is unreadable`() {
        for specimen in Specimen.all {
            #expect(throws: WebhookFault.unreadable) { try specimen.read(Data([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D])) }
        }
    }

    @Test(
        arguments: Specimen.all,
        [
            "{}", #"{"event_name":"user_sings","sender":{"id":"7"},"message":{"msg_id":"1","text":"a"}}"#,
            #"{"update_id":1,"purchased_paid_media":{}}"#,
            #"{"object":"page","entry":[{"messaging":[{"sender":{"id":"7"},"reaction":{"emoji":"x"}}]}]}"#,
            #"{"event_name":7,"message":7,"entry":7,"update_id":{},"sender":[],"result":"x"}"#, #"{"entry":[7,{"messaging":[7,{}]}],"message":null}"#,
            #"{"result":{"event_name":"message.poll.received","message":{"from":{"id":"7"},"chat":{"id":"7"}}}}"#,
        ]) func `What is not known is acknowledged and ignored`(_ specimen: Specimen, _ body: String) throws
    {
        #expect(try specimen.read(body).isEmpty)
    }

    @Test(arguments: Specimen.all) func `Members of a wrong type and members that nobody knows do no harm`(_ specimen: Specimen) throws {
        let body = Self.text("Xin chào", on: specimen)
        let more = body.replacing(#"{"id":"7""#, with: #"{"name":{"x":[1,2,{"y":null}]},"first_name":7,"is_bot":"no","id":"7""#)
        #expect(more != body)
        #expect(try specimen.read(more).map(\.content) == [.text("Xin chào")])
    }

    @Test(arguments: Specimen.all) func `The same body twice is the same message, another id another`(_ specimen: Specimen) throws {
        let body = Self.text("Xin chào", on: specimen)
        let ids = try [body, body, Self.text("Xin chào", id: "2", on: specimen)].map { try #require(try specimen.read($0).first).id }
        #expect(ids[0] == ids[1])
        #expect(ids[0] != ids[2])
        for body in try specimen.bodies() {
            #expect(try specimen.read(body).map(\.id) == specimen.read(body).map(\.id))
        }
    }

    @Test(arguments: Specimen.all) func `Ids may be numbers of any size and texts, and stay what they are`(_ specimen: Specimen) throws {
        let long = "9007199254740993"
        #expect(try specimen.read(Self.text("a", person: long, on: specimen)).map(\.address.name) == [long])
        let asNumber = Self.text("a", person: long, on: specimen).replacing("\"\(long)\"", with: long)
        #expect(try specimen.read(asNumber).map(\.address.name) == [long])
    }

    @Test(arguments: Specimen.all) func `An id longer than any is none`(_ specimen: Specimen) throws {
        let huge = String(repeating: "9", count: 5000)
        #expect(try specimen.read(Self.text("a", person: huge, on: specimen)).isEmpty)
        #expect(try specimen.read(Self.text("a", id: huge, on: specimen)).allSatisfy { $0.id.utf8.count <= 300 })
        let asNumber = Self.text("a", person: huge, on: specimen).replacing("\"\(huge)\"", with: huge)
        #expect(try specimen.read(asNumber).isEmpty)
    }

    @Test(
        arguments: Specimen.all,
        ["Đường làng mình", "Đươ\u{300}ng la\u{300}ng mi\u{300}nh", "🙏👩‍👩‍👧", "\u{202E}ngược", "a\u{0}b", "Ếch ộp", "\"\\/\t{}[]", "中文"]
    ) func `A text arrives letter by letter as it was typed`(_ specimen: Specimen, _ text: String) throws {
        let message = try #require(try specimen.read(Self.text(text, on: specimen)).first)
        guard case .text(let read) = message.content else { return #expect(Bool(false), "\(message.content)") }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: Specimen.all) func `A text without end is cut`(_ specimen: Specimen) throws {
        let message = try #require(try specimen.read(Self.text(String(repeating: "ơi ", count: 50_000), on: specimen)).first)
        guard case .text(let read) = message.content else { return #expect(Bool(false), "\(message.content)") }
        #expect(read.count == Typed.longest)
    }

    @Test(arguments: Specimen.all) func `An empty text says nothing`(_ specimen: Specimen) throws {
        #expect(try specimen.read(Self.text(" \n", on: specimen)).isEmpty)
    }

    @Test(arguments: Specimen.all, ["TO-XM-01", " to-xm-01\n"]) func `A team's code typed alone opens the chat for that team`(
        _ specimen: Specimen, _ text: String
    ) throws {
        #expect(try specimen.read(Self.text(text, on: specimen)).map(\.content) == [.opened(guide: nil, team: "XM-01")])
    }

    @Test(arguments: Specimen.all, ["1", "1764000000", "99999999999999999999999999", "9e999", "-5", "hôm qua", ""])
    func `A time that cannot be is that of the receipt`(_ specimen: Specimen, _ time: String) throws {
        let body = Self.text("a", on: specimen)
            .replacing(#","timestamp":"1764000000000"}"#, with: #","timestamp":"\#(time)"}"#)
            .replacing(#""message_id""#, with: #""date":"\#(time)","message_id""#)
            .replacing(#"{"sender""#, with: #"{"timestamp":"\#(time)","sender""#)
        #expect(try specimen.read(body).map(\.at) == [Specimen.received])
    }

    // MARK: The web page, where it is asked the same

    private static func readOnWeb(_ body: String) throws -> InboundMessage {
        var generator = SeededGenerator(seed: 1)
        return try WebChat.parse(Data(body.utf8), of: Visitor(using: &generator), at: Specimen.received)
    }

    @Test(arguments: ["", "null", "[]", "7", "{", "{}", "\u{0}", String(repeating: "[", count: 100_000), #"{"text":7}"#])
    func `What the page cannot have sent is unreadable`(_ body: String) {
        #expect(throws: WebChat.Fault.unreadable) { try Self.readOnWeb(body) }
    }

    @Test func `The page's ids tell the same message from another, and a huge one is refused`() throws {
        let ids = try ["1", "1", "2"].map { try Self.readOnWeb(#"{"id":"\#($0)","text":"a"}"#).id }
        #expect(ids[0] == ids[1])
        #expect(ids[0] != ids[2])
        #expect(throws: WebChat.Fault.unreadable) { try Self.readOnWeb(#"{"id":"\#(String(repeating: "9", count: 5000))","text":"a"}"#) }
        #expect(try Self.readOnWeb(#"{"id":"1","text":"Đươ\u0300ng 🙏","unknown":{"a":[1]}}"#).content == .text("Đươ\u{300}ng 🙏"))
    }

    // MARK: What goes out

    private static let reply = Reply(
        text: "Bước 1/2: Mở ứng dụng.\n\n" + String(repeating: "Cô bác bấm vào ô đăng nhập rồi chờ. Xem thêm ở https://vi-du.vn/a/b. ", count: 80),
        choices: [
            Choice(label: "Xong, sang bước tiếp", value: ChoiceValue(.done, guide: "g", revision: "r", step: "s", turn: 1)),
            Choice(label: "Gặp trục trặc ở bước này rồi", value: ChoiceValue(.stuck, guide: "g", revision: "r", step: "s", turn: 1)),
        ])

    @Test(arguments: Specimen.all + [.zaloOA(hasButtons: true)]) func `A reply goes out in texts within the limit, to a person and to a group`(
        _ specimen: Specimen
    ) throws {
        for address in [PersonAddress(channel: specimen.channel.name, name: "7"), specimen.channel.group(try #require(PlatformID("-9")))] {
            let requests = specimen.channel.requests(for: Self.reply, to: address)
            #expect(requests.count == (Self.reply.text.utf16.count - 1) / specimen.channel.capabilities.longestText + 1)
            for request in requests + requests.flatMap(\.plain) {
                let texts = try Self.texts(in: JSONSerialization.jsonObject(with: request.body))
                let text = try #require(texts.first { $0.key == "text" && $0.value.count > 30 }?.value)
                #expect(text.utf16.count <= specimen.channel.capabilities.longestText)
                #expect(request.url.scheme == "https")
                #expect(request.headers["Content-Type"] == "application/json")
            }
        }
    }

    @Test(arguments: Specimen.all + [.zaloOA(hasButtons: true)]) func `Only a message with buttons has one without to fall back on`(
        _ specimen: Specimen
    ) {
        let requests = specimen.channel.requests(for: Self.reply, to: PersonAddress(channel: specimen.channel.name, name: "7"))
        let hasButtons = specimen.channel.capabilities.buttons > 0
        #expect(requests.dropLast().allSatisfy { $0.plain.isEmpty })
        #expect(requests.last.map { !$0.plain.isEmpty } == hasButtons)
        #expect(requests.last.map { $0.plain.allSatisfy { $0.plain.isEmpty } } == true)
        let list = String(decoding: (requests.last?.plain.last ?? requests.last)?.body ?? Data(), as: UTF8.self)
        #expect(list.contains(#"1. Xong, sang bước tiếp\n2. Gặp trục trặc ở bước này rồi"#))
    }

    private static func texts(in json: Any) -> [(key: String, value: String)] {
        if let object = json as? [String: Any] {
            return object.flatMap { key, value in (value as? String).map { [(key, $0)] } ?? texts(in: value) }
        }
        return (json as? [Any] ?? []).flatMap { texts(in: $0) }
    }
}
