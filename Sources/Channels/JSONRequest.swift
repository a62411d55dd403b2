import Dialogue
import Foundation

extension OutboundRequest {
    /// A call with a body in JSON.
    init(_ url: URL, headers: [String: String] = [:], json: some Encodable, plain: [OutboundRequest] = []) {
        let headers = headers.merging(["Content-Type": "application/json"]) { own, _ in own }
        self.init(url: url, headers: headers, body: PlatformJSON.encode(json), plain: plain)
    }
}

extension Rendering {
    /// The calls that deliver a reply; one with buttons carries what to send where the platform refuses them.
    func requests(for reply: Reply, _ request: (Message, [OutboundRequest]) -> OutboundRequest) -> [OutboundRequest] {
        let messages = messages(for: reply)
        return messages.enumerated().map { number, message in
            guard !message.buttons.isEmpty else { return request(message, []) }
            // What went out before the buttons need not be sent again: it is the same in both.
            let plain = plainMessages(for: reply).drop { messages[..<number].contains($0) }
            return request(message, plain.map { request($0, []) })
        }
    }
}
