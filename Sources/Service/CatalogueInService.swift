public import Catalogue
public import Dialogue
public import Foundation
public import Matching
import Synchronization

/// The catalogue that answers at this moment, with all that is made from it; exchanged as a whole.
///
/// It is always a checked one (promise 9): only ``CatalogueLoader`` makes one, from a catalogue without errors.
public final class CatalogueInService: Sendable {
    public struct Snapshot: Sendable {
        public let catalogue: Catalogue
        public let matcher: Matcher
        public let dialogue: Dialogue
        let claimTime: TimeInterval

        public init(catalogue: Catalogue, claimTime: TimeInterval = 15 * 60) {
            self.catalogue = catalogue
            self.claimTime = claimTime
            let matcher = Matcher(catalogue)
            self.matcher = matcher
            dialogue = Dialogue(catalogue: catalogue, claimTime: claimTime) { matcher.understand($0, explaining: false) }
        }
    }

    private let state: Mutex<(snapshot: Snapshot, since: Date)>

    public init(_ snapshot: Snapshot, since: Date = Date()) {
        state = Mutex((snapshot, since))
    }

    public var current: Snapshot { state.withLock { $0.snapshot } }
    /// Since when it answers.
    public var since: Date { state.withLock { $0.since } }

    func exchange(_ snapshot: Snapshot, at date: Date = Date()) {
        state.withLock { $0 = (snapshot, date) }
    }
}
