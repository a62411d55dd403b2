import Foundation

/// What a link or a QR code says when it opens a chat: `GUIDE`, `TO-TEAM` or `GUIDE_TO-TEAM`.
///
/// Its letters are those that every platform lets through: `A-Z a-z 0-9 _ -`, at most 64 (Telegram's start parameter).
struct DeepLink: Sendable, Hashable {
    static let longest = 64
    private static let mark = "TO-"

    let guide: String?
    /// The code of the team, as the teams' file has it: in capital letters.
    let team: String?

    /// - Parameter payload: anything else than a payload of ours opens the chat and names nothing.
    init(_ payload: String) {
        let isOurs = payload.utf8.count <= DeepLink.longest && payload.unicodeScalars.allSatisfy(DeepLink.isLetter)
        if !isOurs || payload.isEmpty {
            (guide, team) = (nil, nil)
        } else if let team = DeepLink.team(in: payload) {
            (guide, self.team) = (nil, team)
        } else if let end = payload.range(of: "_" + DeepLink.mark), let team = DeepLink.team(in: payload[end.lowerBound...].dropFirst()) {
            (guide, self.team) = (String(payload[..<end.lowerBound]), team)
        } else {
            (guide, team) = (payload, nil)
        }
    }

    /// The team whose code somebody typed: “TO-xxxx”, in capital letters or small ones, and nothing else.
    static func team(in text: some StringProtocol) -> String? {
        let text = text.uppercased()
        let code = text.dropFirst(mark.count)
        guard text.hasPrefix(mark), (1...32).contains(code.utf8.count), code.unicodeScalars.allSatisfy({ isLetter($0) && $0 != "_" }) else {
            return nil
        }
        return String(code)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_", "-": true
        default: false
        }
    }
}
