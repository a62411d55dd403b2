import Crypto
import Foundation

/// Zalo's proof of a webhook: `X-ZEvent-Signature: mac=` and SHA-256 of app id, raw body, time and the OA's secret key, one after
/// the other. A plain digest and no HMAC; the prefix may be missing.
struct ZaloOASignature: Sendable {
    private static let mark = "mac="
    private static let key = Data(#""timestamp""#.utf8)
    /// How many times are tried that a body names: the event has one, what is nested in it might have another.
    private static let mostTimes = 4
    /// How far behind its name a time is looked for.
    private static let mostBytes = 64

    let appID: String
    let secret: Credential

    /// Whether the request is Zalo's. Nothing of it is parsed; the time is looked for among the raw bytes.
    func proves(_ request: WebhookRequest) -> Bool {
        guard let header = request.headers["x-zevent-signature"],
            let claimed = Hexadecimal.bytes(header.hasPrefix(Self.mark) ? header.dropFirst(Self.mark.count) : header[...])
        else { return false }
        var hash = SHA256()
        hash.update(data: Data(appID.utf8))
        hash.update(data: request.body)
        // Some have seen the time in a header; the body's is the documented one.
        let times = Self.times(in: request.body) + [request.headers["x-zevent-timestamp"]].compactMap { $0.map { Data($0.utf8) } }
        return times.contains { time in
            var hash = hash
            hash.update(data: time)
            hash.update(data: Data(secret.value.utf8))
            return hash.finalize() == claimed
        }
    }

    /// The digits that follow `"timestamp":`, quoted or not, the last ones first. In JSON these bytes cannot stand inside a
    /// text: there the quotation marks are escaped.
    static func times(in body: Data) -> [Data] {
        var times: [Data] = []
        var end = body.endIndex
        // Nobody has proven anything yet: the work must not grow with what they write.
        for _ in 0..<mostTimes {
            guard let place = body.range(of: key, options: .backwards, in: body.startIndex..<end) else { break }
            let value = body[place.upperBound...].prefix(mostBytes).drop { " \t\r\n:\"".utf8.contains($0) }
            let digits = value.prefix { (0x30...0x39).contains($0) }
            if !digits.isEmpty { times.append(Data(digits)) }
            end = place.lowerBound
        }
        return times
    }
}
