public import Foundation
public import HelpDesk
import Storage

/// The one-time link with which a member signs in to the coordinators' pages.
public enum LoginLink {
    /// Where it leads; the token follows.
    public static let path = "/quan-ly/vao"

    /// - Parameter url: our own address.
    public static func address(of token: SecretToken, at url: URL) -> String {
        let root = url.absoluteString
        return (root.hasSuffix("/") ? String(root.dropLast()) : root) + path + "/" + token.text
    }

    /// For a reply: until it is delivered, the link is kept encrypted.
    static func make(at url: URL, sealedWith key: KeyFile) throws -> NewLoginLink {
        var generator = SystemRandomNumberGenerator()
        let token = SecretToken(using: &generator)
        return NewLoginLink(token: token, sealed: try key.seal(address(of: token, at: url)))
    }
}
