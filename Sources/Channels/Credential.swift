import Crypto

/// A token or secret of ours at a platform: it is compared in constant time and does not show itself in logs.
public struct Credential: Sendable, Hashable {
    public let value: String

    public init(_ value: String) {
        self.value = value
    }

    /// Whether somebody else's text is the same. The time it takes tells nothing of what is right about a wrong one.
    func isSame(as other: String?) -> Bool {
        guard let other else { return false }
        return SHA256.hash(data: Array(value.utf8)) == SHA256.hash(data: Array(other.utf8))
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
