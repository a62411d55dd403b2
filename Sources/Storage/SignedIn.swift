public import Foundation
public import HelpDesk

/// Who sits before the coordinators' pages, and what they may see at this moment.
public struct SignedIn: Sendable {
    /// The session of the browser.
    public let session: Int64
    let id: Int64
    public let name: String
    public let scope: Scope

    /// A session of the same member, as the list of own sessions shows it.
    public struct Browser: Sendable, Hashable {
        public let session: Int64
        public let device: String
        public let openedAt: Date
        public let lastAt: Date
    }
}
