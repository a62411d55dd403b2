import Foundation

/// What Telegram's answers to a message mean: `{"ok","error_code","description","parameters"}`.
enum TelegramFaults {
    private struct Answer: Decodable {
        struct Parameters: Decodable {
            @Lenient var retryAfter: Double?
            @Lenient var migrateToChatId: PlatformID?
        }

        let ok: Bool
        @Lenient var errorCode: Int?
        @Lenient var description: String?
        @Lenient var parameters: Parameters?
    }

    static func fault(in answer: HTTPAnswer, hasPlain: Bool) -> SendError? {
        guard let body = PlatformJSON.decode(Answer.self, from: answer.body) else { return answer.unreadable(on: Telegram.channel) }
        guard !body.ok else { return answer.fault(on: Telegram.channel) }
        let code = body.errorCode ?? answer.status
        let summary = "\(Telegram.channel): error \(code)"
        switch code {
        case 400: return SendError(refusal(body, hasPlain: hasPlain), summary: summary)
        // No such bot: the token is part of the address.
        case 401, 404: return SendError(.stopChannel, summary: summary)
        // Blocked, deactivated, put out of the group.
        case 403: return SendError(.stopContact, summary: summary)
        case 429: return SendError(.retry(after: body.parameters?.retryAfter ?? answer.retryAfter), summary: summary)
        case 500...: return SendError(.retry(after: answer.retryAfter), mayHaveArrived: true, summary: summary)
        default: return SendError(.giveUp, summary: summary)
        }
    }

    private static func refusal(_ body: Answer, hasPlain: Bool) -> SendError.Remedy {
        let text = body.description?.lowercased() ?? ""
        // A group that became a supergroup has another id; whoever asks there again is answered there.
        if body.parameters?.migrateToChatId != nil || text.contains("chat not found") { return .stopContact }
        return hasPlain && (text.contains("button") || text.contains("markup") || text.contains("keyboard")) ? .plainText : .giveUp
    }
}
