internal import Foundation
internal import Yams

/// Words of the trade and what they mean, and foreign words with the Vietnamese ones to write instead.
///
/// Read from `content/glossary.yaml`.
public struct Glossary: Sendable, Hashable {
    public struct Term: Sendable, Hashable {
        public let word: String
        /// At most 20 syllables.
        public let explanation: String
        public let place: Position
    }

    /// As the file orders them.
    public let terms: [Term]
    /// What to write instead, by the foreign word in small letters; with a capital it is a name.
    public let instead: [String: String]

    public init(terms: [Term] = [], instead: [String: String] = [:]) {
        self.terms = terms
        self.instead = instead
    }

    /// The terms that a guide uses, in the order of their first use.
    public func terms(in guide: Guide) -> [Term] {
        let text = Prose.withoutSymbols(Array(guide.wording.joined(separator: "\n").lowercased().utf8))
        return zip(firstPlaces(in: text), terms).compactMap { place, term in place.map { ($0, term) } }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    static func read(name: String, text: String, _ findings: inout Findings) -> Glossary {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let fields = file.fields(of: root, known: ["terms", "instead"], &findings) else {
            return Glossary()
        }
        let terms = (fields["terms"].flatMap { file.pairs(of: $0, &findings) } ?? []).compactMap { word, place, node in
            file.string(node, &findings).map { Term(word: word, explanation: $0, place: place) }
        }
        let instead = (fields["instead"].flatMap { file.pairs(of: $0, &findings) } ?? []).compactMap { word, _, node in
            file.string(node, &findings).map { (word.lowercased(), $0) }
        }
        return Glossary(terms: terms, instead: Dictionary(instead, uniquingKeysWith: { first, _ in first }))
    }
}

extension Guide {
    /// All running text of a guide as a person reads it, part by part.
    var wording: [String] {
        [introduction] + prepare + steps.flatMap(\.wording)
    }
}

extension Step {
    var wording: [String] {
        [title, text, done] + troubles.flatMap { [$0.title, $0.remedy] }
    }
}

extension Glossary {
    /// For each term where it first stands with no letter right before or after it, nil where it does not: one look at each word of
    /// the text, because all terms are looked for in all guides whenever the catalogue is read.
    private func firstPlaces(in text: [UInt8]) -> [Int?] {
        let words = terms.map { Array($0.word.lowercased().utf8) }
        var byFirst = [[Int]](repeating: [], count: 256)
        for (number, word) in words.enumerated() { if let first = word.first { byFirst[Int(first)].append(number) } }
        var places = [Int?](repeating: nil, count: terms.count)
        for place in text.indices where place == 0 || !Prose.isLetter(text[place - 1]) {
            for number in byFirst[Int(text[place])] where places[number] == nil {
                let end = place + words[number].count
                guard end <= text.count, text[place..<end].elementsEqual(words[number]) else { continue }
                if end == text.count || !Prose.isLetter(text[end]) { places[number] = place }
            }
        }
        return places
    }
}
