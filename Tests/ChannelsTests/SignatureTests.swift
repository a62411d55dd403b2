import Foundation
import Testing

@testable import Channels

/// The worked vectors: each header that must be taken, each that must not, on the bytes as they came.
struct SignatureTests {
    private struct Vectors: Decodable {
        struct Vector: Decodable {
            let name: String
            let bodyFile: String
            let acceptHeaders: [String]
            let rejectHeaders: [String]
            let rejectWhy: [String]
        }

        let vectors: [Vector]
    }

    @Test(arguments: ["zalo_oa", "messenger"]) func `Signature vectors are accepted and rejected exactly as given`(_ platform: String) throws {
        let specimen = platform == "zalo_oa" ? Specimen.zaloOA : Specimen.messenger
        let header = platform == "zalo_oa" ? "x-zevent-signature" : "x-hub-signature-256"
        let file = try Specimen.fixture("signatures/\(platform)_vectors.json")
        let vectors = try #require(PlatformJSON.decode(Vectors.self, from: file)).vectors
        #expect(vectors.count == 3)
        for vector in vectors {
            let body = try Specimen.fixture(vector.bodyFile)
            for value in vector.acceptHeaders {
                #expect(throws: Never.self) {
                    try specimen.channel.receive(WebhookRequest(body: body, headers: [header: value]), at: Specimen.received)
                }
            }
            for (value, reason) in zip(vector.rejectHeaders, vector.rejectWhy) {
                #expect(throws: WebhookFault.unproven, "\(vector.name): \(reason)") {
                    try specimen.channel.receive(WebhookRequest(body: body, headers: [header: value]), at: Specimen.received)
                }
            }
        }
    }

    @Test func `A time written into a message does not stand for the event's own`() throws {
        let body =
            #"{"event_name":"user_send_text","sender":{"id":"3"},"message":{"msg_id":"1","text":"\"timestamp\":\"5\"","timestamp":7},"timestamp" : 1764000000000}"#
        #expect(ZaloOASignature.times(in: Data(body.utf8)).map { String(decoding: $0, as: UTF8.self) } == ["1764000000000", "7"])
        #expect(try Specimen.zaloOA.read(body).count == 1)
    }

    @Test func `A body that proves nothing makes no work: few times in it are looked at, and not far`() {
        let decoys = String(repeating: #""timestamp":["#, count: 100)
        #expect(ZaloOASignature.times(in: Data((#""timestamp":"5""# + decoys).utf8)).isEmpty)
        #expect(ZaloOASignature.times(in: Data((#""timestamp":"# + String(repeating: " ", count: 100) + "5").utf8)).isEmpty)
    }

    @Test func `Zalo's time may stand in a header`() throws {
        let body = Data(#"{"event_name":"follow","follower":{"id":"3"}}"#.utf8)
        #expect(try Specimen.zaloOA.read(body).map(\.content) == [.opened(guide: nil)])
    }

    @Test func `Meta's question whether the address is ours is answered only with the token`() {
        let channel = Specimen.messenger.channel
        let query = ["hub.mode": "subscribe", "hub.verify_token": "made-up-verify-token", "hub.challenge": "1158201444"]
        #expect(channel.challenge(query) == "1158201444")
        #expect(channel.challenge(query.merging(["hub.verify_token": "made-up-verify-tokem"]) { $1 }) == nil)
        #expect(channel.challenge(query.merging(["hub.mode": "unsubscribe"]) { $1 }) == nil)
        #expect(channel.challenge([:]) == nil)
    }

    @Test func `A credential does not show itself`() {
        let credential = Credential("made-up-token")
        var dumped = ""
        dump(credential, to: &dumped)
        #expect(!"\(credential) \(String(reflecting: credential)) \(dumped)".contains("made-up"))
        #expect(credential.isSame(as: "made-up-token"))
        #expect(!credential.isSame(as: "made-up-tokem"))
        #expect(!credential.isSame(as: nil))
    }
}
