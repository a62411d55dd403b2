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
        let text = guide.wording.joined(separator: "\n").lowercased()
        return terms.compactMap { term in text.firstWord(term.word.lowercased()).map { ($0, term) } }
            .sorted { $0.0 < $1.0 }.map(\.1)
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

extension String {
    /// Where a word (or several) first stands, with no letter right before or after it. A search for bytes: all terms are looked
    /// for in all guides whenever the catalogue is read.
    fileprivate func firstWord(_ word: String) -> Index? {
        var text = self
        return text.withUTF8 { bytes -> Index? in
            let word = Array(word.utf8)
            guard let first = word.first else { return nil }
            for offset in bytes.indices.dropLast(word.count - 1) where bytes[offset] == first {
                guard bytes[offset..<offset + word.count].elementsEqual(word) else { continue }
                if let place = wholeWord(at: offset, length: word.count) { return place }
            }
            return nil
        }
    }

    private func wholeWord(at offset: Int, length: Int) -> Index? {
        let start = utf8.index(startIndex, offsetBy: offset)
        let end = utf8.index(start, offsetBy: length)
        let around = [start == startIndex ? nil : self[index(before: start)], end == endIndex ? nil : self[end]]
        return around.contains { $0.map { $0.isLetter || $0.isNumber } == true } ? nil : start
    }
}
