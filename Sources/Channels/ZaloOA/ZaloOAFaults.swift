import Foundation

/// What Zalo's answers to a message of an Official Account mean. Errors come with HTTP 200 (official table “ma-loi”).
enum ZaloOAFaults {
    private struct Answer: Decodable {
        let error: Int
    }

    static func fault(in answer: HTTPAnswer, hasPlain: Bool) -> SendError? {
        guard let code = PlatformJSON.decode(Answer.self, from: answer.body)?.error else { return answer.unreadable(on: ZaloOA.channel) }
        guard code != 0 else { return answer.fault(on: ZaloOA.channel) }
        return SendError(remedy(for: code, hasPlain: hasPlain), summary: "\(ZaloOA.channel): error \(code)")
    }

    private static func remedy(for code: Int, hasPlain: Bool) -> SendError.Remedy {
        switch code {
        // The token is wrong or too old.
        case -216, -220: .refreshToken
        // Too many calls; the send failed; an attachment is too old.
        case -32, -200, -100: .retry(after: nil)
        // A parameter, too large, the type, version 2 is shut: buttons are what may be refused in a text.
        case -201, -210, -233, -240: hasPlain ? .plainText : .giveUp
        // Not a follower, blocked, cap of the user, inactive for 45 days, past 7 days, no interaction, restricted; group over, left.
        case -213, -217, -218, -227, -230, -232, -244, -237, -403: .stopContact
        // Quota and billing; how the OA or the app is set up.
        case -211, -320, -321, -204, -205, -209, -212, -219, -221, -223, -224, -235, -242: .stopChannel
        default: .giveUp
        }
    }
}
