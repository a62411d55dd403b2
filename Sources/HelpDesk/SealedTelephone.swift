public import Foundation

/// A number to be called back on, encrypted with the service's key: the one thing of its kind that is kept, by the person's
/// own consent, until the hand-over closes (promise 4).
public struct SealedTelephone: Sendable, Hashable, Codable {
    public let data: Data

    public init(_ data: Data) {
        self.data = data
    }
}
