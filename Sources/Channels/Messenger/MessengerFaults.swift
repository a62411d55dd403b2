import Foundation

/// What Meta's answers to a message mean: `{"error":{"code","error_subcode"}}`. The codes 190 and 2 are from its present
/// page, the others from older ones.
enum MessengerFaults {
    private struct Answer: Decodable {
        struct Fault: Decodable {
            let code: Int
            @Lenient var errorSubcode: Int?
        }

        @Lenient var error: Fault?
        @Lenient var messageId: PlatformID?
    }

    /// - Parameter isOfMessage: whether the answer must name the message that was taken.
    static func fault(in answer: HTTPAnswer, hasPlain: Bool, isOfMessage: Bool) -> SendError? {
        guard let body = PlatformJSON.decode(Answer.self, from: answer.body) else { return answer.unreadable(on: Messenger.channel) }
        guard let fault = body.error else {
            return answer.fault(on: Messenger.channel) ?? (isOfMessage && body.messageId == nil ? answer.unreadable(on: Messenger.channel) : nil)
        }
        let subcode = fault.errorSubcode ?? 0
        let summary = "\(Messenger.channel): error \(fault.code)/\(subcode)"
        switch (fault.code, subcode) {
        case (1, _), (2, _): return SendError(.retry(after: answer.retryAfter), mayHaveArrived: true, summary: summary)
        // Too many calls: of the app, the user, the page.
        case (4, _), (17, _), (32, _), (613, _): return SendError(.retry(after: answer.retryAfter), summary: summary)
        // Past the window; the person is not there; no such person.
        case (10, 2_018_278), (551, _), (100, 2_018_001): return SendError(.stopContact, summary: summary)
        // The token, a permission, the page is held back.
        case (190, _), (10, _), (200, _), (368, _): return SendError(.stopChannel, summary: summary)
        case (100, _): return SendError(hasPlain ? .plainText : .giveUp, summary: summary)
        default: return SendError(.giveUp, summary: summary)
        }
    }
}
