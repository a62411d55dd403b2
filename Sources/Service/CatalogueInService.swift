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

    private let snapshot: Mutex<Snapshot>

    public init(_ snapshot: Snapshot) {
        self.snapshot = Mutex(snapshot)
    }

    public var current: Snapshot { snapshot.withLock { $0 } }

    func exchange(_ snapshot: Snapshot) {
        self.snapshot.withLock { $0 = snapshot }
    }
}
