/// What became of a code that somebody typed to become a member.
public enum Redemption: Sendable, Hashable {
    case bound(name: String)
    case used, expired, unknown
}
