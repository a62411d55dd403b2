internal import Yams

/// One file of `intents/`: a list of intents under the key `intents`.
struct IntentFile {
    private(set) var intents: [Intent] = []
    private(set) var sources = SourceMap()

    init(name: String, text: String, _ findings: inout Findings) {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let fields = file.fields(of: root, known: ["intents"], &findings),
            let list = file.required("intents", in: fields, of: root, &findings), let nodes = file.items(of: list, &findings)
        else { return }
        for node in nodes {
            read(node, of: file, &findings)
        }
    }

    private mutating func read(_ node: Node, of file: YAMLFile, _ findings: inout Findings) {
        let known = ["id", "title", "guide", "keywords", "not", "questions"]
        guard let fields = file.fields(of: node, known: known, &findings),
            let idNode = file.required("id", in: fields, of: node, &findings), let id = file.identifier(idNode, &findings),
            let titleNode = file.required("title", in: fields, of: node, &findings), let title = file.string(titleNode, &findings)
        else { return }
        if let first = sources.intents[id] {
            findings.add(.repeatedID, at: file.position(of: idNode), ["id": id, "first": first.description])
            return
        }
        let questions = fields["questions"].map { file.located($0, &findings) } ?? []
        let intent = Intent(
            id: id, title: title,
            guide: fields["guide"].flatMap { file.identifier($0, &findings) },
            keywords: fields["keywords"].flatMap { file.items(of: $0, &findings) }?.map { file.strings($0, &findings) } ?? [],
            not: fields["not"].map { file.strings($0, &findings) } ?? [],
            questions: questions.map(\.text)
        )
        intents.append(intent)
        sources.intents[id] = file.position(of: idNode)
        sources.questions[id] = questions.map(\.place)
        sources.keywords[id] = fields["keywords"].map(file.position(of:))
    }
}
