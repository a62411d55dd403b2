/// A heading of the menu; guides name it in their front matter. Read from `content/groups.yaml`, in the order of the menu.
public struct Group: Sendable, Hashable, Codable {
    public let id: String
    public let title: String

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
