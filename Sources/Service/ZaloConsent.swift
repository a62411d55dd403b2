import Crypto
import Foundation

/// An authorisation of an Official Account under way: what proves, when Zalo leads back to us, that it is the one we began (PKCE, S256).
struct ZaloConsent: Codable, Sendable {
    /// How long Zalo may take to lead back, in seconds: the admin may be another person than the one who began.
    private static let lifetime: TimeInterval = 86_400

    /// 43 characters of A-Z a-z 0-9 - _, as Zalo wants it.
    let verifier: String
    let state: String
    let at: Date

    init(at date: Date) {
        verifier = ZaloConsent.secret()
        state = ZaloConsent.secret()
        at = date
    }

    /// What the verifier is recognised by before it is told.
    var challenge: String { ZaloConsent.text(Data(SHA256.hash(data: Data(verifier.utf8)))) }

    func isValid(at date: Date) -> Bool {
        abs(date.timeIntervalSince(at)) < ZaloConsent.lifetime
    }

    private static func secret() -> String {
        text(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
    }

    /// In base64 for addresses, without padding.
    private static func text(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
