import Foundation
import Matching

/// Bodies made from others by random changes to their bytes; the same ones for the same seed.
struct BodyMutation {
    private static let oddities = [
        "null", "true", "-1", "1e999", "99999999999999999999", "{}", "[]", "\"\"", "[[[[[[", "{\"a\":", "\\u0000", "\\ud800", "\u{FEFF}", "\u{0}",
        "\"timestamp\":\"17\"", "\"is_echo\":true", "\"text\":", String(repeating: "[", count: 600), String(repeating: "a", count: 3000), "🙂",
    ]

    private let seeds: [[UInt8]]
    private var generator: SeededGenerator

    init(seeds: [Data], seed: UInt64) {
        self.seeds = seeds.map(Array.init)
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> Data {
        var bytes = pick(seeds)
        for _ in 0..<Int.random(in: 0...4, using: &generator) { change(&bytes) }
        return Data(bytes)
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...30, using: &generator)))
        case 2: bytes.insert(contentsOf: Array(pick(Self.oddities).utf8), at: place)
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + Int.random(in: 0...200, using: &generator))], at: place)
        case 4: if place < bytes.count, let quote = bytes[place...].firstIndex(of: UInt8(ascii: "\"")) { bytes.remove(at: quote) }
        default: replaceValue(after: place, in: &bytes)
        }
    }

    /// Puts something else where a member's value begins.
    private mutating func replaceValue(after place: Int, in bytes: inout [UInt8]) {
        guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) else { return }
        let end = bytes[colon...].firstIndex { ",}]\n".utf8.contains($0) } ?? bytes.endIndex
        bytes.replaceSubrange(bytes.index(after: colon)..<max(end, colon + 1), with: Array(pick(Self.oddities).utf8))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &generator)]
    }
}
