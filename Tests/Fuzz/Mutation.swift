import Matching

/// Texts made from others by random changes to their bytes, scalars and words; the same ones for the same seed.
struct Mutation {
    private static let oddities = [
        "\u{0}", "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{301}", "\u{323}", "\u{31B}", "🙂", "👩‍👩‍👧", "中", "ß", "İ", "ﬁ", "a\u{302}\u{301}", "Đ", "\r\n",
        "://", "www.", "%00", "999999999999999999999", String(repeating: "a", count: 5_000), String(repeating: "?! ", count: 3_000),
        String(repeating: "\u{301}", count: 2_000),
    ]

    private let seeds: [String]
    private var generator: SeededGenerator
    private var last = ""

    init(seeds: [String], seed: UInt64) {
        self.seeds = seeds.isEmpty ? [""] : seeds
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> String {
        // A text that was changed before is changed on now and then, so that changes pile up.
        var bytes = Array((Bool.random(using: &generator) && last.utf8.count < 20_000 ? last : pick(seeds)).utf8)
        for _ in 0..<Int.random(in: 1...8, using: &generator) { change(&bytes) }
        last = String(decoding: bytes, as: UTF8.self)
        return last
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let position = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &generator) }
        case 1: if position < bytes.count { bytes.remove(at: position) }
        case 2: bytes.insert(UInt8.random(in: 0x20..<0x7F, using: &generator), at: position)
        case 3: bytes.insert(contentsOf: Array(pick(Self.oddities).utf8), at: position)
        case 4: bytes.insert(contentsOf: Array(pick([", ", ". ", "\n", " và ", " còn ", " "]).utf8) + Array(pick(seeds).utf8), at: position)
        case 5: bytes.removeSubrange(position..<min(bytes.count, position + Int.random(in: 0...20, using: &generator)))
        case 6: if bytes.count < 5_000 { bytes += bytes }
        default: bytes.swapAt(position == bytes.count ? 0 : position, 0, isEmpty: bytes.isEmpty)
        }
    }

    private mutating func pick(_ texts: [String]) -> String { texts[Int.random(in: 0..<texts.count, using: &generator)] }
}

extension [UInt8] {
    fileprivate mutating func swapAt(_ first: Int, _ second: Int, isEmpty: Bool) {
        if !isEmpty { swapAt(first, second) }
    }
}
