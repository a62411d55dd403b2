import Channels
import Dialogue
import Foundation
import HelpDesk

/// A channel of no platform: a message for each line of a reply, and a status for each remedy.
struct MadeUpChannel: Channel {
    let name = "thử"
    let account = ""
    var platform = "https://thu.invalid"
    var capabilities = Capabilities(longestText: 100, buttons: 3, longestLabel: 20, freeWindow: nil, window: nil, rate: 1000, ratePerPerson: 1000)

    func receive(_ request: WebhookRequest, at date: Date) throws(WebhookFault) -> [InboundMessage] { [] }

    func requests(for reply: Reply, to address: PersonAddress) -> [OutboundRequest] {
        guard let url = URL(string: "\(platform)/\(address.name)") else { return [] }
        return reply.text.split(separator: "\n").map { line in
            let plain = OutboundRequest(url: url, headers: [:], body: Data("không nút: \(line)".utf8))
            return OutboundRequest(url: url, headers: [:], body: Data(line.utf8), plain: reply.choices.isEmpty ? [] : [plain, plain])
        }
    }

    func fault(in answer: HTTPAnswer, to request: OutboundRequest) -> SendError? {
        let summary = "status \(answer.status)"
        switch answer.status {
        case 200: return nil
        case 400: return SendError(.plainText, summary: summary)
        case 401: return SendError(.refreshToken, summary: summary)
        case 402: return SendError(.stopChannel, summary: summary)
        case 403: return SendError(.stopContact, summary: summary)
        case 429: return SendError(.retry(after: answer.headers["retry-after"].flatMap(Double.init)), summary: summary)
        case 500: return SendError(.retry(after: nil), mayHaveArrived: true, summary: summary)
        case 503: return SendError(.retry(after: nil), summary: summary)
        default: return SendError(.giveUp, summary: summary)
        }
    }
}
