/// Questions that ask the same, however they were typed: by the matcher's own reading (abbreviations written out, spelling
/// mended, words that only ask left out), and those together whose readings share most of their words.
public enum QuestionGroups {
    /// The share of common words among all words of two readings from which on they are one question.
    private static let likeness = 0.75
    /// So many leaders that share a rare word are looked at for each reading, so that a word that all share costs nothing.
    private static let mostCandidates = 200

    /// Groups readings, in the order of their first members.
    ///
    /// - Parameter readings: of each question, as ``Matcher/reading(of:without:)`` gives them.
    /// - Returns: for each group the places of its questions. Linear in the readings but for the bounded candidates.
    public static func places(of readings: [[String]]) -> [[Int]] {
        var members: [[String]: [Int]] = [:]
        var order: [[String]] = []
        for (place, reading) in readings.enumerated() {
            if members[reading] == nil { order.append(reading) }
            members[reading, default: []].append(place)
        }
        var counts: [String: Int] = [:]
        for word in order.joined() { counts[word, default: 0] += 1 }
        // What was asked most often leads: a rare wording joins it, and never the other way round.
        let ranked = order.indices.sorted { one, other in
            let sizes = (members[order[one]]?.count ?? 0, members[order[other]]?.count ?? 0)
            return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : one < other
        }
        var groups: [(words: Set<String>, places: [Int])] = []
        var leaders: [String: [Int]] = [:]
        for number in ranked {
            let reading = order[number]
            let words = Set(reading)
            let rare = words.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            // Readings so alike share at least one of their rarest words.
            let prefix = rare.prefix(max(1, rare.count - Int((likeness * Double(rare.count)).rounded(.up)) + 1))
            let candidates = prefix.flatMap { leaders[$0]?.prefix(mostCandidates) ?? [] }
            if !words.isEmpty, let group = candidates.first(where: { isAlike(groups[$0].words, words) }) {
                groups[group].places += members[reading] ?? []
                continue
            }
            for word in prefix { leaders[word, default: []].append(groups.count) }
            groups.append((words, members[reading] ?? []))
        }
        return groups.map { $0.places.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    private static func isAlike(_ one: Set<String>, _ other: Set<String>) -> Bool {
        let common = Double(one.intersection(other).count)
        return common >= likeness * (Double(one.count + other.count) - common)
    }

    /// A number for a reading that stays the same over restarts, so that it can be remembered without its words.
    public static func mark(of reading: [String]) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in reading.joined(separator: " ").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}

extension QuestionGroups {
    /// A question as the present catalogue reads it.
    public struct Reading: Sendable, Hashable {
        public let words: [String]
        public let isAnswered: Bool
    }

    private static let part = 64

    /// Reads different texts on all cores, some 0.1 ms for each on one core.
    ///
    /// - Parameter phrases: what only asks (“cho tôi hỏi”).
    public static func readings(of texts: [String], by matcher: Matcher, without phrases: [String]) -> [Reading] {
        let asking = matcher.asking(phrases)
        return SideBySide.map((texts.count + part - 1) / part) { number in
            texts[(number * part)..<min(texts.count, (number + 1) * part)].map { text in
                Reading(
                    words: matcher.reading(of: text, without: asking),
                    isAnswered: matcher.understand(text, limit: 1, explaining: false).decision == .answer)
            }
        }.flatMap(\.self)
    }
}
