import Foundation
import Service
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much may be said to the chat page: strict with one visitor, generous with an address, which a commune's office shares.
final class ChatLimit: Sendable {
    /// Whoever presses through a whole guide at once is not held up; after that it is a message every two seconds.
    static let visitorsBurst = 40.0
    /// Messages a second.
    static let visitorsRate = 0.5
    static let addressBurst = 600.0
    static let addressRate = 10.0
    /// So many visitors, and so many addresses, are kept in mind.
    static let mostKept = 10_000

    private struct State {
        var visitors: [String: TokenBucket] = [:]
        var addresses: [String: TokenBucket] = [:]
    }

    private let state = Mutex(State())

    /// How many visitors and addresses are kept in mind.
    var keptCount: Int { state.withLock { $0.visitors.count + $0.addresses.count } }

    /// Counts a message.
    ///
    /// - Parameter place: the network address that it comes from.
    /// - Returns: nil where it may go, else in how many seconds the next one may, at least 1; it is not counted then.
    func pause(_ visitor: String, from place: String, at date: Date) -> Int? {
        state.withLock { state in
            var own = Self.bucket(of: visitor, in: &state.visitors, rate: Self.visitorsRate, burst: Self.visitorsBurst, at: date)
            let network = Self.network(of: place)
            var shared = Self.bucket(of: network, in: &state.addresses, rate: Self.addressRate, burst: Self.addressBurst, at: date)
            let isFree = own.available(at: date) > 0 && shared.available(at: date) > 0
            if isFree {
                own.take(1)
                shared.take(1)
            }
            state.visitors[visitor] = own
            state.addresses[network] = shared
            return isFree ? nil : max(1, Int(max(own.next, shared.next).timeIntervalSince(date).rounded(.up)))
        }
    }

    private static func bucket(
        of key: String, in buckets: inout [String: TokenBucket], rate: Double, burst: Double, at date: Date
    ) -> TokenBucket {
        if let bucket = buckets[key] { return bucket }
        if buckets.count >= mostKept {
            // Who has been quiet for long is as good as new. Where even that leaves too many, all begin anew: memory is bounded first.
            buckets = buckets.filter { $0.value.isFull(at: date) == false }
            if buckets.count >= mostKept { buckets = [:] }
        }
        return TokenBucket(rate: rate, burst: burst, at: date)
    }

    /// An address of IPv6 is one of very many that its owner has: what counts is their network, the first 64 bits.
    static func network(of place: String) -> String {
        var address = in6_addr()
        guard inet_pton(AF_INET6, place, &address) == 1 else { return place }
        return withUnsafeBytes(of: address) { $0.prefix(8).map { String($0, radix: 16) }.joined(separator: ".") }
    }
}
