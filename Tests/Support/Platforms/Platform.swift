import Foundation

/// The documented rules of a platform: what it takes and what it says to the rest.
public protocol Platform: Sendable {
    func answer(_ call: PlatformCall) -> PlatformAnswer
}

extension Platform {
    /// A text as the platforms count it, in UTF-16 units after NFC: the strictest way.
    func length(_ text: String) -> Int {
        text.precomposedStringWithCanonicalMapping.utf16.count
    }

    func json(_ object: Any) -> String {
        (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])).map {
            String(decoding: $0, as: UTF8.self)
        }
            ?? ""
    }
}
