import Crypto
public import HelpDesk

extension SecretToken {
    /// What is kept of it: SHA-256 in hexadecimal digits.
    var digest: String { Self.hash(text) }

    /// What every form of a session carries, so that no other site can send one; it does not lead back to the token.
    public var formToken: String { Self.hash("form:" + text) }

    /// Whether a form carries it; takes the same time for every wrong one.
    public func agrees(withForm text: String) -> Bool {
        SHA256.hash(data: Array(text.utf8)) == SHA256.hash(data: Array(formToken.utf8))
    }

    private static func hash(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
