public import Foundation
public import HelpDesk

/// A one-time link that is to be kept: its token only as a digest, the whole link encrypted until somebody has used it.
public struct NewLoginLink: Sendable {
    /// How long a link is good for, in seconds.
    public static let lifetime: TimeInterval = 10 * 60

    public let token: SecretToken
    /// The link for the reply that carries it; nil where it is shown at once.
    public let sealed: Data?

    public init(token: SecretToken, sealed: Data? = nil) {
        self.token = token
        self.sealed = sealed
    }
}
