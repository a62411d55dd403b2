import Foundation

/// What Zalo's answers to a bot's message mean: `{"ok","error_code","description"}`.
enum ZaloBotFaults {
    private struct Answer: Decodable {
        let ok: Bool
        @Lenient var errorCode: Int?
    }

    static func fault(in answer: HTTPAnswer) -> SendError? {
        guard let body = PlatformJSON.decode(Answer.self, from: answer.body) else { return answer.unreadable(on: ZaloBot.channel) }
        guard !body.ok else { return answer.fault(on: ZaloBot.channel) }
        guard let code = body.errorCode else { return SendError(.giveUp, summary: "\(ZaloBot.channel): refused without a code") }
        let summary = "\(ZaloBot.channel): error \(code)"
        return switch code {
        case 401: SendError(.stopChannel, summary: summary)
        // 403 is “internal server error” in Zalo's table.
        case 403, 408, 500...: SendError(.retry(after: answer.retryAfter), mayHaveArrived: true, summary: summary)
        case 429: SendError(.retry(after: answer.retryAfter), summary: summary)
        default: SendError(.giveUp, summary: summary)
        }
    }
}
