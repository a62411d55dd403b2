import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Counts wrong one-time links by where they come from: who tries many is not heard for a while (ASVS 2.4.1, 6.3.1).
final class TokenTries: Sendable {
    /// So many wrong ones within ``span``.
    static let most = 20
    /// In seconds.
    static let span: TimeInterval = 10 * 60
    private static let mostPlaces = 10_000

    private let wrong = Mutex<[String: [Date]]>([:])

    func isTooMany(from place: String, at date: Date) -> Bool {
        wrong.withLock { wrong in (wrong[place] ?? []).count { date.timeIntervalSince($0) < Self.span } >= Self.most }
    }

    func addWrong(from place: String, at date: Date) {
        wrong.withLock { wrong in
            if wrong.count >= Self.mostPlaces { wrong = wrong.filter { $0.value.contains { date.timeIntervalSince($0) < Self.span } } }
            // Where even that leaves too many places, all begin anew: memory is bounded before anything else.
            if wrong.count >= Self.mostPlaces { wrong = [:] }
            wrong[place] = ((wrong[place] ?? []).filter { date.timeIntervalSince($0) < Self.span } + [date]).suffix(Self.most)
        }
    }

    /// Where a request comes from. Only our own proxy, which sits on this machine, is believed what it says of others
    /// (ASVS 4.1.3), and of that only the last address, which it has added itself.
    static func place(of request: Request, _ context: WebContext) -> String {
        guard ["127.0.0.1", "::1"].contains(context.peer), let name = HTTPField.Name("X-Forwarded-For"), let chain = request.headers[name] else {
            return context.peer
        }
        return chain.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? context.peer
    }
}
