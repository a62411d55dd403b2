internal import Yams

/// One of the essential public services that a report accounts for, and the guides that lead to it.
///
/// Read from `content/essential.yaml`.
public struct EssentialService: Sendable, Hashable {
    /// As people read it.
    public let title: String
    /// The guides whose sessions count for it; none where there is no guide yet, so that nothing can be counted.
    public let guides: [String]
    let place: Position

    public init(title: String, guides: [String], place: Position = Position(file: "content/essential.yaml")) {
        self.title = title
        self.guides = guides
        self.place = place
    }

    static func read(name: String, text: String, _ findings: inout Findings) -> [EssentialService] {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let items = file.items(of: root, &findings) else { return [] }
        return items.compactMap { node in
            guard let fields = file.fields(of: node, known: ["title", "guides"], &findings),
                let title = file.required("title", in: fields, of: node, &findings).flatMap({ file.string($0, &findings) })
            else { return nil }
            return EssentialService(
                title: title, guides: fields["guides"].map { file.strings($0, &findings) } ?? [], place: file.position(of: node))
        }
    }
}
