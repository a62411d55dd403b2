public import Catalogue
public import Foundation

/// A change of the catalogue that somebody proposed, and what became of it.
public struct ProposedPhrase: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case proposed, accepted, returned, undone
    }

    public let number: Int64
    public let change: CatalogueChange
    public let state: State
    public let proposer: String
    public let proposedAt: Date
    public let decider: String?
    /// What was said where it was sent back.
    public let word: String?
}
