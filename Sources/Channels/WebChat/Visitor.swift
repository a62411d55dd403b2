public import HelpDesk

/// Who sits before the web page: known by a random token in a cookie, kept only as its digest.
///
/// A visit ends after 30 idle minutes or when the person says so: the computers of a commune are shared.
public struct Visitor: Sendable, Hashable {
    /// How long a visit lasts without a word, in seconds.
    public static let idleLimit = 30.0 * 60

    /// 43 characters of base64url: 256 random bits.
    public let token: String

    /// Somebody new.
    public init(using generator: inout some RandomNumberGenerator) {
        let alphabet = Visitor.alphabet
        token = String((0..<43).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    }

    /// - Returns: nil where the text is no token of ours.
    public init?(token: String) {
        guard token.utf8.count == 43, token.allSatisfy(Visitor.alphabet.contains) else { return nil }
        self.token = token
    }

    public var address: PersonAddress {
        PersonAddress(channel: WebChat.channel, name: digest)
    }

    var digest: String {
        Digest.hexadecimal(of: token)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
