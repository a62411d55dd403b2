internal import Vietnamese

/// Changes of the catalogue as a patch to its files, in their own style: `git apply` and `patch -p1` take it, and no comment is lost.
public struct CataloguePatch: Sendable {
    /// Lines to come after a line of a file.
    private struct Insertion {
        let line: Int
        let texts: [String]
    }

    private static let context = 3
    private static let lexicon = "intents/lexicon.yaml"

    /// A unified diff; empty where nothing is to be done. Linear in the files that change.
    public let text: String

    /// - Parameters:
    ///   - catalogue: as the files say, with its places.
    ///   - read: the text of a file, named as the places name it.
    public init(_ changes: [CatalogueChange], to catalogue: Catalogue, read: (String) -> String?) {
        var insertions: [String: [Insertion]] = [:]
        for change in Self.joined(changes, to: catalogue) {
            guard let (file, insertion) = Self.insertion(for: change, in: catalogue, read) else { continue }
            insertions[file, default: []].append(insertion)
        }
        text = insertions.sorted { $0.key < $1.key }.compactMap { file, insertions in
            read(file).map { Self.difference(file, of: $0, insertions) }
        }.joined()
    }

    /// The wanted ones, those for a new intent in one with it: only so it has a place.
    private static func joined(_ changes: [CatalogueChange], to catalogue: Catalogue) -> [CatalogueChange] {
        var joined: [CatalogueChange] = []
        for (change, standing) in zip(changes, catalogue.standings(of: changes)) where standing == .wanted {
            guard case .phrase(let text, let intent) = change, catalogue.sources.intents[intent] == nil else {
                joined.append(change)
                continue
            }
            joined = joined.map { other in
                guard case .intent(intent, let title, let guide, let phrases) = other else { return other }
                return .intent(id: intent, title: title, guide: guide, phrases: phrases + [text])
            }
        }
        return joined
    }

    private static func insertion(
        for change: CatalogueChange, in catalogue: Catalogue, _ read: (String) -> String?
    ) -> (file: String, Insertion)? {
        switch change {
        case .phrase(let text, let intent):
            guard let place = catalogue.sources.questions[intent]?.last, let line = lines(of: read(place.file)).dropFirst(place.line - 1).first
            else { return nil }
            let indentation = String(line.prefix { $0 == " " })
            return (place.file, Insertion(line: place.line, texts: [indentation + "- " + scalar(text)]))
        case .intent(let id, let title, let guide, let phrases):
            // Beside an intent of the same guide, else wherever the first one stands.
            let neighbour = catalogue.intents.first { $0.guide == guide } ?? catalogue.intents.first
            guard let file = neighbour.flatMap({ catalogue.sources.intents[$0.id]?.file }) else { return nil }
            let texts =
                ["  - id: " + scalar(id), "    title: " + scalar(title), "    guide: \(guide)", "    questions:"]
                + phrases.map { "      - " + scalar($0) }
            return (file, Insertion(line: lines(of: read(file)).count, texts: texts))
        case .abbreviation(let written, let meaning):
            guard let line = lines(of: read(lexicon)).firstIndex(of: "abbreviations:") else { return nil }
            return (lexicon, Insertion(line: line + 1, texts: ["  \(scalar(written)): \(scalar(meaning))"]))
        }
    }

    private static func lines(of text: String?) -> [Substring] {
        var lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// As YAML reads it: quoted where a mark of YAML's own stands in it, or where it would be no text.
    private static func scalar(_ text: String) -> String {
        let marks: Set<Character> = [":", "#", "\"", "'", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", ",", "\\"]
        let beginsAsText = text.first?.isLetter == true && !["no", "yes", "on", "off", "null", "true", "false"].contains(text.lowercased())
        guard text.contains(where: marks.contains) || !beginsAsText else { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// One hunk from the first place that changes to the last.
    private static func difference(_ file: String, of text: String, _ insertions: [Insertion]) -> String {
        let lines = lines(of: text)
        let added = Dictionary(grouping: insertions, by: \.line).mapValues { $0.flatMap(\.texts) }
        guard let first = added.keys.min(), let last = added.keys.max() else { return "" }
        let (from, to) = (max(0, first - context), min(lines.count, last + context))
        var hunk = ""
        for number in from..<to {
            hunk += " " + lines[number] + "\n"
            for line in added[number + 1] ?? [] { hunk += "+" + line + "\n" }
        }
        let count = to - from
        let grown = count + added.values.reduce(0) { $0 + $1.count }
        return "--- a/\(file)\n+++ b/\(file)\n@@ -\(from + 1),\(count) +\(from + 1),\(grown) @@\n" + hunk
    }
}
