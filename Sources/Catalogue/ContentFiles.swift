internal import Yams

/// The smaller files of `content/`: groups, phrases, and the two files of sentences by key.
enum ContentFiles {
    /// `content/groups.yaml`: a list of `id` and `title` in the order of the menu.
    static func groups(name: String, text: String, _ findings: inout Findings) -> [(group: Group, place: Position)] {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let items = file.items(of: root, &findings) else { return [] }
        var first: [String: Position] = [:]
        return items.compactMap { node in
            guard let fields = file.fields(of: node, known: ["id", "title"], &findings),
                let id = file.required("id", in: fields, of: node, &findings).flatMap({ file.identifier($0, &findings) }),
                let title = file.required("title", in: fields, of: node, &findings).flatMap({ file.string($0, &findings) })
            else { return nil }
            if let first = first[id] {
                findings.add(.repeatedID, at: file.position(of: node), ["id": id, "first": first.description])
                return nil
            }
            first[id] = file.position(of: node)
            return (Group(id: id, title: title), file.position(of: node))
        }
    }

    /// `content/phrases.yaml`: particles, and phrases by their meaning.
    static func phrases(name: String, text: String, _ findings: inout Findings) -> (
        phrases: [Phrase], particles: [String], asking: [String]
    ) {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let fields = file.fields(of: root, known: ["particles", "asking", "phrases"], &findings),
            let list = file.required("phrases", in: fields, of: root, &findings), let nodes = file.items(of: list, &findings)
        else { return ([], [], []) }
        var phrases: [Phrase] = []
        for node in nodes {
            guard let fields = file.fields(of: node, known: ["id", "whole", "within"], &findings),
                let idNode = file.required("id", in: fields, of: node, &findings), let id = file.string(idNode, &findings)
            else { continue }
            guard let meaning = Phrase.Meaning(rawValue: id) else {
                let known = Phrase.Meaning.allCases.map(\.rawValue).joined(separator: ", ")
                findings.add(.unknownKey, at: file.position(of: idNode), ["key": id, "known": known])
                continue
            }
            let phrase = Phrase(
                meaning: meaning, whole: fields["whole"].map { file.strings($0, &findings) } ?? [],
                within: fields["within"].map { file.strings($0, &findings) } ?? []
            )
            phrases.append(phrase)
        }
        for meaning in Phrase.Meaning.allCases where !phrases.contains(where: { $0.meaning == meaning }) {
            findings.add(.missingPhrase, at: Position(file: name), ["id": meaning.rawValue])
        }
        let lists = ["particles", "asking"].map { key in fields[key].map { file.strings($0, &findings) } ?? [] }
        return (phrases, lists[0], lists[1])
    }

    /// `content/messages.yaml`: every sentence of the bot, by key.
    static func messages(name: String, text: String, _ findings: inout Findings) -> Messages {
        var templates: [String: String] = [:]
        for (key, place, sentence) in sentences(name: name, text: text, &findings) {
            guard let known = MessageKey(rawValue: key) else {
                findings.add(.unknownKey, at: place, ["key": key, "known": "content/messages.yaml"])
                continue
            }
            for placeholder in Template.names(in: sentence) where !known.placeholders.contains(placeholder) {
                findings.add(.unknownPlaceholder, at: place, ["name": placeholder, "known": known.placeholders.sorted().joined(separator: ", ")])
            }
            if sentence.count > known.limit {
                findings.add(.messageTooLong, at: place, ["key": key, "length": String(sentence.count), "limit": String(known.limit)])
            }
            templates[key] = sentence
        }
        for key in MessageKey.allCases where templates[key.rawValue] == nil {
            findings.add(.missingMessage, at: Position(file: name), ["key": key.rawValue])
        }
        return Messages(templates: templates)
    }

    /// `content/editor.yaml`: sentences for those who keep the catalogue, by key.
    static func editor(name: String, text: String, _ findings: inout Findings) -> EditorTexts {
        let pairs = sentences(name: name, text: text, &findings).map { ($0.key, $0.sentence) }
        return EditorTexts(sentences: Dictionary(pairs, uniquingKeysWith: { _, last in last }))
    }

    /// `content/pages/<page>-words.yaml`: the wording of one web page, by key.
    static func words(name: String, text: String, _ findings: inout Findings) -> [String: String] {
        Dictionary(sentences(name: name, text: text, &findings).map { ($0.key, $0.sentence) }, uniquingKeysWith: { _, last in last })
    }

    private static func sentences(name: String, text: String, _ findings: inout Findings) -> [(key: String, place: Position, sentence: String)] {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let pairs = file.pairs(of: root, &findings) else { return [] }
        return pairs.compactMap { key, place, value in file.string(value, &findings).map { (key, place, $0) } }
    }
}
