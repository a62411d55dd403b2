internal import Yams

/// One YAML text of the catalogue and how its nodes become values: each fault becomes a diagnostic at its place, and reading
/// goes on with what is right.
struct YAMLFile {
    /// The path below the catalogue's folder.
    let name: String
    /// How many lines stand before the YAML in its file (front matter begins after a line `---`).
    let linesBefore: Int

    init(name: String, linesBefore: Int = 0) {
        self.name = name
        self.linesBefore = linesBefore
    }

    /// - Returns: nil where the text is no YAML or where it is empty, which is then among the findings.
    func compose(_ text: String, _ findings: inout Findings) -> Node? {
        do {
            if let root = try Yams.compose(yaml: text) { return root }
            findings.add(.emptyValue, at: position(nil))
            return nil
        } catch {
            findings.add(.malformedYAML, at: position(of: error), ["reason": reason(of: error)])
            return nil
        }
    }

    func position(of node: Node) -> Position {
        position(node.mark)
    }

    /// The pairs of a mapping by their keys, in the order of the file; a key that is not `known` is a finding.
    func fields(of node: Node, known: [String], _ findings: inout Findings) -> [String: Node]? {
        guard let pairs = pairs(of: node, &findings) else { return nil }
        var fields: [String: Node] = [:]
        for (key, place, value) in pairs {
            if known.contains(key) {
                fields[key] = value
            } else {
                findings.add(.unknownKey, at: place, ["key": key, "known": known.joined(separator: ", ")])
            }
        }
        return fields
    }

    /// The pairs of a mapping whose keys the editor chooses.
    func pairs(of node: Node, _ findings: inout Findings) -> [(key: String, place: Position, value: Node)]? {
        guard case .mapping(let mapping) = node else {
            findings.add(.wrongShape, at: position(of: node), ["expected": "mapping"])
            return nil
        }
        return mapping.map { key, value in (key.scalar?.string ?? "", position(of: key), value) }
    }

    /// The items of a list.
    func items(of node: Node, _ findings: inout Findings) -> [Node]? {
        guard case .sequence(let sequence) = node else {
            findings.add(.wrongShape, at: position(of: node), ["expected": "list"])
            return nil
        }
        return Array(sequence)
    }

    /// A text that is not empty.
    func string(_ node: Node, _ findings: inout Findings) -> String? {
        guard case .scalar(let scalar) = node else {
            findings.add(.wrongShape, at: position(of: node), ["expected": "text"])
            return nil
        }
        let text = scalar.string.trimmed
        guard !text.isEmpty else {
            findings.add(.emptyValue, at: position(of: node))
            return nil
        }
        return text
    }

    /// A list of texts, or one text alone.
    func strings(_ node: Node, _ findings: inout Findings) -> [String] {
        located(node, &findings).map(\.text)
    }

    /// A list of texts, or one text alone, each with its place.
    func located(_ node: Node, _ findings: inout Findings) -> [(text: String, place: Position)] {
        let nodes: [Node] =
            switch node {
            case .scalar: [node]
            default: items(of: node, &findings) ?? []
            }
        return nodes.compactMap { item in string(item, &findings).map { ($0, position(of: item)) } }
    }

    /// The value of a key that must be there.
    func required(_ key: String, in fields: [String: Node], of node: Node, _ findings: inout Findings) -> Node? {
        if let value = fields[key] { return value }
        findings.add(.missingKey, at: position(of: node), ["key": key])
        return nil
    }

    /// An identifier: `a-z`, `0-9` and `-`.
    func identifier(_ node: Node, _ findings: inout Findings) -> String? {
        guard let text = string(node, &findings) else { return nil }
        guard text.isIdentifier else {
            findings.add(.malformedID, at: position(of: node), ["id": text])
            return nil
        }
        return text
    }

    private func position(_ mark: Mark?) -> Position {
        Position(file: name, line: (mark?.line ?? 1) + linesBefore, column: mark?.column ?? 1)
    }

    private func position(of error: any Error) -> Position {
        switch error as? YamlError {
        // A quote that is never closed: where it opens tells more than the end of the file.
        case .scanner(let context?, "found unexpected end of stream", _, _): position(context.mark)
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): position(mark)
        case .duplicatedKeysInMapping(_, let context): position(context.mark)
        case .reader(_, let offset?, _, let text): position(text.prefix(offset))
        default: position(nil)
        }
    }

    /// The place right after the text that could still be read.
    private func position(_ read: Substring) -> Position {
        let lines = read.split(separator: "\n", omittingEmptySubsequences: false)
        return Position(file: name, line: lines.count + linesBefore, column: (lines.last?.count ?? 0) + 1)
    }

    private func reason(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
            .reader(let problem, _, _, _):
            problem
        case .duplicatedKeysInMapping(let duplicates, _): "duplicate key " + duplicates.joined(separator: ", ")
        default: "\(error)"
        }
    }
}
