public import Storage
import Synchronization

/// What happened since the start, as numbers for whoever watches the service: no text, nobody's address.
public final class Metrics: Sendable {
    /// One kind of event that is counted.
    public enum Event: Sendable, Hashable {
        /// A message became a turn, with this outcome.
        case turn(channel: String, Turn.Outcome)
        /// A message was told that the service is too busy.
        case busy(channel: String)
        /// A platform's request was answered with this status.
        case webhook(channel: String, account: String, status: Int)
        /// A try to deliver a reply ended so.
        case reply(channel: String, account: String, Delivered)
        /// The chat page was told to slow down.
        case slowedDown
    }

    public enum Delivered: String, Sendable {
        case sent
        case again
        case givenUp = "given_up"
    }

    /// How long messages waited for the disk, as a cumulative histogram.
    public struct Waits: Sendable {
        /// In seconds; past the last one a message is told ``Busy``.
        public static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5]
        /// One for each bound, and one for all.
        public private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
        /// In seconds.
        public private(set) var sum = 0.0

        mutating func add(_ seconds: Double) {
            for (index, bound) in (Waits.bounds + [.infinity]).enumerated() where seconds <= bound { counts[index] += 1 }
            sum += seconds
        }
    }

    private let events = Mutex<[Event: Int]>([:])
    private let waited = Mutex(Waits())

    public init() {}

    public func count(_ event: Event) {
        events.withLock { $0[event, default: 0] += 1 }
    }

    func add(wait: Duration) {
        let (seconds, attoseconds) = wait.components
        waited.withLock { $0.add(Double(seconds) + Double(attoseconds) / 1e18) }
    }

    public var counts: [Event: Int] { events.withLock { $0 } }
    public var waits: Waits { waited.withLock { $0 } }
}
