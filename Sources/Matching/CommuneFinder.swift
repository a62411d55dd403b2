public import Catalogue
internal import Vietnamese

/// Finds communes by what people type: without diacritics, with a slip of one letter, the beginning alone, the name from before
/// July 2025.
public struct CommuneFinder: Sendable {
    /// A commune that may be meant.
    public struct Candidate: Sendable, Hashable {
        public let commune: Commune
        /// The old name by which it was found; nil where it was found by its present one.
        public let oldName: Commune.OldName?
    }

    /// More candidates than these are no help.
    public static let most = 8
    /// Words of a text beyond these are not read.
    private static let longest = 30
    /// A shorter name with a slip is too often another name.
    private static let fewestLettersForSlip = 5

    private struct Name: Sendable {
        let text: Folded
        let commune: Int
        let kind: Commune.Kind
        /// Its number among the commune's old names; nil for the present one.
        let old: Int?
        /// The letters without spaces.
        let joined: [UInt8]
    }

    private struct Find {
        let name: Name
        let fit: Fit
        let words: Range<Int>
        let isOtherKind: Bool
        let isOtherDistrict: Bool

        /// The lower the better: the fit, then kind and district, then what stands first, then the present name.
        var rank: (Int, Int, Int) {
            (fit.rawValue * 4 + (isOtherDistrict ? 2 : 0) + (isOtherKind ? 1 : 0), words.lowerBound, name.old == nil ? 0 : 1)
        }
    }

    /// How well a name fits, best first. The first two leave nothing to guess, so that where there is one, the rest is no help.
    private enum Fit: Int, Comparable {
        case whole, within, beginning, slip

        static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
    }

    private let communes: [Commune]
    private let names: [Name]
    private let districts: [Folded?]

    public init(_ communes: [Commune]) {
        self.communes = communes
        districts = communes.map { $0.formerDistrict.map { Folded($0) } }
        names = communes.enumerated().flatMap { number, commune in
            let present = [(commune.name, commune.kind, Int?.none)]
            let old = commune.oldNames.enumerated().map { ($1.name, $1.kind, Int?.some($0)) }
            return (present + old).map { name, kind, old in
                let text = Folded(name)
                return Name(text: text, commune: number, kind: kind, old: old, joined: text.letters.filter { $0 != 0x20 })
            }
        }
    }

    /// The communes that a text may name, best first, each once; linear in the text's length and in the number of names.
    ///
    /// - Parameter text: a name, with or without the words for its kind, or a sentence that has it in it.
    public func find(_ text: String) -> [Candidate] {
        let finds = finds(Folded(text))
        let best = finds.map(\.fit).min() ?? .slip
        let kept = best <= .within ? finds.filter { $0.fit == best } : finds
        var seen: Set<Int> = []
        // Sorting is stable, so that names of one rank stay in the order of the file.
        return kept.sorted { $0.rank < $1.rank }
            .filter { seen.insert($0.name.commune).inserted }.prefix(Self.most).map(candidate)
    }

    /// The communes that a team is of, by its name: “Tổ CNSCĐ xã Bình Minh”. Several where the name does not tell them apart.
    ///
    /// A present name counts before an old one, and one of the kind that is written before one of another.
    public func communes(ofTeam name: String) -> [Commune] {
        let finds = finds(Folded(name)).filter { $0.fit <= .within }
        let ranks = finds.map { ($0.isOtherKind ? 2 : 0) + ($0.name.old == nil ? 0 : 1) }
        let best = zip(finds, ranks).filter { $1 == ranks.min() }.map(\.0.name.commune)
        return communes.indices.filter(best.contains).map { communes[$0] }
    }

    private func candidate(_ find: Find) -> Candidate {
        let commune = communes[find.name.commune]
        return Candidate(commune: commune, oldName: find.name.old.map { commune.oldNames[$0] })
    }

    private func finds(_ text: Folded) -> [Find] {
        let count = min(text.words.count, Self.longest)
        let begin = Self.kind(of: text, endingAt: nil).map(\.end) ?? 0
        guard begin < count else { return [] }
        let query = begin..<count
        let finds = names.compactMap { name -> Find? in
            guard let (fit, words) = self.fit(name, text, query) else { return nil }
            let kind = Self.kind(of: text, endingAt: words.lowerBound)?.kind
            let district = districts[name.commune].flatMap { text.range(of: $0) }
            let isInDistrict = district.map { !$0.overlaps(words) } ?? false
            return Find(
                name: name, fit: fit, words: words, isOtherKind: kind.map { $0 != name.kind } ?? false, isOtherDistrict: !isInDistrict)
        }
        // “Tịnh An” stands in “Tịnh Ấn Đông”, and is not meant there.
        return finds.filter { find in
            find.fit != .within || !finds.contains { $0.fit == .within && $0.words.count > find.words.count && $0.words.overlaps(find.words) }
        }
    }

    private func fit(_ name: Name, _ text: Folded, _ query: Range<Int>) -> (Fit, Range<Int>)? {
        let length = name.text.words.count
        for start in query where start + length <= query.upperBound {
            let words = start..<start + length
            guard zip(words, name.text.words).allSatisfy({ text.agrees(text.words[$0], with: $1, of: name.text) }) else { continue }
            if words == query { return (.whole, words) }
            // A name of one word is a word like any other, unless its kind stands before it.
            if length > 1 || Self.kind(of: text, endingAt: start) != nil { return (.within, words) }
        }
        let joined = Array(text.words[query].map { text.letters[$0.range] }.joined())
        if joined == name.joined { return (query.count == 1 ? .whole : .slip, query) }
        if joined.count >= 2, name.joined.starts(with: joined),
            zip(query, name.text.words).dropLast().allSatisfy({ text.agrees(text.words[$0], with: $1, of: name.text) })
        {
            return (.beginning, query)
        }
        guard name.joined.count >= Self.fewestLettersForSlip else { return nil }
        if Slip.cost(typed: joined[...], meant: name.joined[...]) != nil { return (.slip, query) }
        for start in query where length > 1 && start + length <= query.upperBound {
            let words = start..<start + length
            let letters = Array(text.words[words].map { text.letters[$0.range] }.joined())
            if letters == name.joined || Slip.cost(typed: letters[...], meant: name.joined[...]) != nil { return (.slip, words) }
        }
        return nil
    }

    /// The word for a kind that ends at a place, or, where none is given, with which the text begins.
    private static func kind(of text: Folded, endingAt place: Int?) -> (kind: Commune.Kind, end: Int)? {
        for (kind, phrase) in kinds where phrase.words.count <= (place ?? text.words.count) {
            let start = (place ?? phrase.words.count) - phrase.words.count
            if zip(start..<start + phrase.words.count, phrase.words).allSatisfy({ text.agrees(text.words[$0], with: $1, of: phrase) }) {
                return (kind, start + phrase.words.count)
            }
        }
        return nil
    }

    private static let kinds: [(kind: Commune.Kind, phrase: Folded)] = Commune.Kind.words.flatMap { kind, words in
        Set(words.map { Folded($0) }).map { (kind, $0) }
    }.sorted { $0.phrase.words.count > $1.phrase.words.count }
}
