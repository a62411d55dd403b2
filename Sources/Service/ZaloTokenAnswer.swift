import Channels
import Foundation

/// What Zalo answers where tokens are asked for. An error may come with status 200: only a body that has both tokens is a pair.
enum ZaloTokenAnswer {
    private struct Body: Decodable {
        let accessToken: String?
        let refreshToken: String?
        let error: Int?
        let errorName: String?
    }

    static func pair(in answer: HTTPAnswer) throws(SendError) -> TokenVault.Pair {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let body = try? decoder.decode(Body.self, from: answer.body) else {
            throw SendError(.retry(after: nil), summary: "Zalo's tokens: an answer that cannot be read, status \(answer.status)")
        }
        if let access = body.accessToken, let refresh = body.refreshToken, !access.isEmpty, !refresh.isEmpty {
            return TokenVault.Pair(access: access, refresh: refresh)
        }
        // Any other refusal stays one, however often we ask.
        let summary = "Zalo refuses to renew the tokens: \(body.error ?? answer.status) \(body.errorName ?? "")"
        throw SendError(answer.status >= 500 || answer.status == 429 ? .retry(after: nil) : .stopChannel, summary: summary)
    }
}
