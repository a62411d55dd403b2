internal import Dispatch
internal import Synchronization

/// Work on several cores at a time, for what must be there soon: a catalogue that was just changed.
enum SideBySide {
    /// What `body` makes of each number below `count`, in their order.
    static func map<Part: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Part) -> [Part] {
        let parts = Mutex([Part?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let part = body(number)
            parts.withLock { $0[number] = part }
        }
        return parts.withLock { $0.compactMap(\.self) }
    }

    /// Two values, each made on a core of its own.
    static func both<First: Sendable, Second: Sendable>(
        _ makeFirst: @Sendable () -> First, _ makeSecond: @Sendable () -> Second
    ) -> (First, Second) {
        let first = Mutex<First?>(nil)
        let second = Mutex<Second?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let made = makeFirst()
                first.withLock { $0 = made }
            } else {
                let made = makeSecond()
                second.withLock { $0 = made }
            }
        }
        return (first.withLock { $0 } ?? makeFirst(), second.withLock { $0 } ?? makeSecond())
    }
}
