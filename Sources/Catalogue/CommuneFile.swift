internal import Yams

/// `content/wards-<province>.yaml`: the communes of a province, each with its code and what it was made of.
enum CommuneFile {
    static func read(name: String, text: String, _ findings: inout Findings) -> [Commune] {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let fields = file.fields(of: root, known: ["units"], &findings),
            let list = file.required("units", in: fields, of: root, &findings), let nodes = file.items(of: list, &findings)
        else { return [] }
        var first: [String: Position] = [:]
        return nodes.compactMap { node in
            guard let fields = file.fields(of: node, known: ["code", "name", "former-district", "from"], &findings),
                let codeNode = file.required("code", in: fields, of: node, &findings), let code = file.identifier(codeNode, &findings),
                let nameNode = file.required("name", in: fields, of: node, &findings), let title = file.string(nameNode, &findings)
            else { return nil }
            guard Commune.Kind.split(title).kind != nil else {
                findings.add(.communeWithoutKind, at: file.position(of: nameNode), ["name": title])
                return nil
            }
            if let first = first[code] {
                findings.add(.repeatedID, at: file.position(of: codeNode), ["id": code, "first": first.description])
                return nil
            }
            first[code] = file.position(of: codeNode)
            return Commune(
                code: code, title: title, formerDistrict: fields["former-district"].flatMap { file.string($0, &findings) },
                from: fields["from"].map { file.strings($0, &findings) } ?? [])
        }
    }
}
