/// 256 random bits that open something to whoever holds them: a one-time link, a session in a browser. Only its digest is kept.
public struct SecretToken: Sendable, Hashable {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    /// 43 characters of base64url.
    public let text: String

    public init(using generator: inout some RandomNumberGenerator) {
        text = String((0..<43).map { _ in Self.alphabet[Int.random(in: Self.alphabet.indices, using: &generator)] })
    }

    /// - Returns: nil where the text is no token of ours.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, text.allSatisfy(Self.alphabet.contains) else { return nil }
        self.text = String(text)
    }
}
