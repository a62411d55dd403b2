import Crypto
public import Foundation
import Synchronization

/// Zalo's rules for an Official Account (second hand, see the fixtures' list of sources): tokens that live 25 hours and are changed for
/// new ones once, 48 hours free and 7 days at all after a person's last word, errors with HTTP 200.
public final class ZaloOAPlatform: Platform {
    public struct Tokens: Sendable, Hashable {
        public let access: String
        public let refresh: String
    }

    private struct State {
        var tokens: Tokens
        var made: Date
        var number = 1
        var lastWord: [String: Date] = [:]
        var paid = 0
        /// The challenges of codes that were given and not used.
        var codes: [String: String] = [:]
    }

    private let appID: String
    private let appSecret: String
    private let takesButtons: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - takesButtons: whether version 3 takes them, which its documents leave open.
    ///   - start: when the first pair of tokens was made.
    public init(appID: String, appSecret: String, takesButtons: Bool = true, start: Date) {
        self.appID = appID
        self.appSecret = appSecret
        self.takesButtons = takesButtons
        state = Mutex(State(tokens: Tokens(access: "access-1", refresh: "refresh-1"), made: start))
    }

    /// The pair that is valid now.
    public var tokens: Tokens { state.withLock { $0.tokens } }
    /// How many messages cost money.
    public var paid: Int { state.withLock { $0.paid } }

    /// A person writes, follows or presses: the windows open.
    public func hear(_ person: String, at date: Date) {
        state.withLock { $0.lastWord[person] = date }
    }

    public func answer(_ call: PlatformCall) -> PlatformAnswer {
        switch call.path {
        case "/v4/oa/access_token": call.fields["grant_type"] as? String == "authorization_code" ? exchange(call) : refresh(call)
        case "/v3.0/oa/message/cs": authorised(call) ?? send(call)
        case "/v3.0/oa/group/message": authorised(call) ?? sendToGroup(call)
        case "/v2.0/oa/getoa":
            authorised(call)
                ?? PlatformAnswer(json(["data": ["name": "OA mẫu", "oa_type": 4, "is_verified": true], "error": 0, "message": "Success"]))
        case "/v2.0/oa/message": error(-240, "API is shut down")
        default: PlatformAnswer(status: 404, "")
        }
    }

    /// An admin opens the page of an authorisation and agrees.
    ///
    /// - Returns: where Zalo leads them; nil where the page is not as it must be.
    public func agree(to page: URL) -> URL? {
        let items = URLComponents(url: page, resolvingAgainstBaseURL: false)?.queryItems ?? []
        let fields = Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        guard page.path == "/v4/oa/permission", fields["app_id"] == appID, let challenge = fields["code_challenge"], challenge.count == 43,
            let callback = fields["redirect_uri"].flatMap(URL.init(string:)), callback.scheme == "https"
        else { return nil }
        let code = "made-up-code-\(challenge.prefix(8))"
        state.withLock { $0.codes[code] = challenge }
        return callback.appending(queryItems: [
            URLQueryItem(name: "code", value: code), URLQueryItem(name: "oa_id", value: "4000000000000000004"),
            URLQueryItem(name: "state", value: fields["state"]),
        ])
    }

    private func exchange(_ call: PlatformCall) -> PlatformAnswer {
        let digest = SHA256.hash(data: Data((call.fields["code_verifier"] as? String ?? "").utf8))
        let challenge = Data(digest).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return state.withLock { state in
            guard call.headers["secret_key"] == appSecret, call.fields["app_id"] as? String == appID else {
                return oauthError(-14004, "Invalid secret key")
            }
            guard let code = call.fields["code"] as? String, state.codes.removeValue(forKey: code) == challenge else {
                return oauthError(-14005, "Invalid code")
            }
            return newPair(&state, at: call.at)
        }
    }

    private func newPair(_ state: inout State, at date: Date) -> PlatformAnswer {
        state.number += 1
        state.tokens = Tokens(access: "access-\(state.number)", refresh: "refresh-\(state.number)")
        state.made = date
        return PlatformAnswer(json(["access_token": state.tokens.access, "refresh_token": state.tokens.refresh, "expires_in": "90000"]))
    }

    private func refresh(_ call: PlatformCall) -> PlatformAnswer {
        state.withLock { state in
            guard call.headers["secret_key"] == appSecret, call.fields["app_id"] as? String == appID else {
                return oauthError(-14004, "Invalid secret key")
            }
            guard call.fields["grant_type"] as? String == "refresh_token", call.fields["refresh_token"] as? String == state.tokens.refresh,
                call.at.timeIntervalSince(state.made) < 90 * 86_400
            else { return oauthError(-14020, "Invalid refresh token") }
            return newPair(&state, at: call.at)
        }
    }

    /// - Returns: the error of a token that is not the living one; nil where it is.
    private func authorised(_ call: PlatformCall) -> PlatformAnswer? {
        state.withLock { state in
            guard call.headers["access_token"] == state.tokens.access else { return error(-216, "Access token is invalid") }
            return call.at.timeIntervalSince(state.made) < 90_000 ? nil : error(-220, "access_token is expired or removed")
        }
    }

    private func send(_ call: PlatformCall) -> PlatformAnswer {
        guard let person = (call.fields["recipient"] as? [String: Any])?["user_id"] as? String,
            let message = call.fields["message"] as? [String: Any],
            let text = message["text"] as? String, !text.isEmpty
        else { return error(-201, "parameter is invalid") }
        guard length(text) <= 2000 else { return error(-210, "text is too long") }
        if let attachment = message["attachment"] as? [String: Any] {
            guard takesButtons else { return error(-233, "message type is invalid or not support") }
            let buttons = (attachment["payload"] as? [String: Any])?["buttons"] as? [[String: Any]] ?? []
            let isRight = buttons.allSatisfy { button in
                guard let title = button["title"] as? String, let payload = button["payload"] as? String else { return false }
                return (1...100).contains(length(title)) && (1...1000).contains(length(payload)) && button["type"] as? String == "oa.query.hide"
            }
            guard (1...5).contains(buttons.count), isRight else { return error(-201, "parameter is invalid") }
        }
        return state.withLock { state in
            guard let last = state.lastWord[person] else { return error(-232, "User has not interacted, or last interaction expired") }
            let silence = call.at.timeIntervalSince(last)
            guard silence <= 7 * 86_400 else { return error(-230, "User has not interacted with the OA in the past 7 days") }
            if silence > 48 * 3600 { state.paid += 1 }
            var data: [String: Any] = ["message_id": "a4d0243feee163bd3af2", "user_id": person, "sent_time": "1764000000000"]
            if silence <= 48 * 3600 { data["quota"] = ["quota_type": "reply"] }
            return PlatformAnswer(json(["data": data, "error": 0, "message": "Success"]))
        }
    }

    private func sendToGroup(_ call: PlatformCall) -> PlatformAnswer {
        guard (call.fields["recipient"] as? [String: Any])?["group_id"] is String, let message = call.fields["message"] as? [String: Any],
            let text = message["text"] as? String, (1...2000).contains(length(text)), message["attachment"] == nil
        else { return error(-201, "parameter is invalid") }
        return PlatformAnswer(json(["data": ["message_id": "a4d0243feee163bd3af2"], "error": 0, "message": "Success"]))
    }

    private func error(_ code: Int, _ message: String) -> PlatformAnswer {
        PlatformAnswer(json(["error": code, "message": message]))
    }

    private func oauthError(_ code: Int, _ name: String) -> PlatformAnswer {
        PlatformAnswer(json(["error": code, "error_name": name, "error_reason": "", "error_description": "", "ref_doc": ""]))
    }
}
