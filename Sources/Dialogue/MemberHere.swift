public import Foundation

/// The member who writes, with what concerns them.
public struct MemberHere: Sendable, Hashable {
    /// A relayed session that is still open.
    public struct OpenSession: Sendable, Hashable {
        public let number: Int64
        public let guide: String
        public let openedAt: Date

        public init(number: Int64, guide: String, openedAt: Date) {
            self.number = number
            self.guide = guide
            self.openedAt = openedAt
        }
    }

    public let name: String
    /// The newest first, a few at most.
    public let open: [OpenSession]

    public init(name: String, open: [OpenSession] = []) {
        self.name = name
        self.open = open
    }
}
