internal import Vietnamese
internal import Yams

/// `intents/lexicon.yaml`: abbreviations, chat forms, words of a region, synonyms.
enum LexiconFile {
    static func read(name: String, text: String, _ findings: inout Findings) -> Lexicon {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings),
            let fields = file.fields(of: root, known: ["abbreviations", "chat", "regional", "synonyms"], &findings)
        else { return .empty }
        var forms: [String: Position] = [:]
        var entries: [String: [Lexicon.Entry]] = [:]
        for key in ["abbreviations", "chat", "regional"] {
            guard let node = fields[key], let pairs = file.pairs(of: node, &findings) else { continue }
            for (written, place, value) in pairs {
                let folded = Folding.fold(written)
                guard !folded.isEmpty else {
                    findings.add(.emptyValue, at: place)
                    continue
                }
                if let first = forms[folded] {
                    findings.add(.repeatedForm, at: place, ["form": written, "first": first.description])
                } else {
                    forms[folded] = place
                }
                entries[key, default: []] += file.strings(value, &findings).map { Lexicon.Entry(written: written, meaning: $0) }
            }
        }
        return Lexicon(
            abbreviations: entries["abbreviations"] ?? [], chat: entries["chat"] ?? [], regional: entries["regional"] ?? [],
            synonyms: fields["synonyms"].flatMap { file.items(of: $0, &findings) }?.map { file.strings($0, &findings) } ?? []
        )
    }
}
