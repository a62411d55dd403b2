public import Foundation

/// How long after a person's last word a channel lets us write to them.
public struct Reach: Sendable, Hashable {
    /// For nothing, in seconds; nil where for ever.
    public let free: TimeInterval?
    /// At all, in seconds; nil where for ever.
    public let longest: TimeInterval?

    public static let always = Reach(free: nil, longest: nil)

    public init(free: TimeInterval?, longest: TimeInterval?) {
        self.free = free
        self.longest = longest
    }

    /// Whether somebody who wrote last at `last` may be written to for nothing.
    public func isFree(last: Date, now: Date) -> Bool {
        free.map { now.timeIntervalSince(last) < $0 } ?? true
    }

    /// Whether somebody who wrote last at `last` may be written to at all.
    public func isOpen(last: Date, now: Date) -> Bool {
        longest.map { now.timeIntervalSince(last) < $0 } ?? true
    }
}
