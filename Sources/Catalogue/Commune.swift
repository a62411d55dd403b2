/// A commune-level unit, with the names that people still call it by.
public struct Commune: Sendable, Hashable {
    /// What kind of unit it is, or was.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case commune, ward, specialZone = "special-zone", township, district
    }

    /// A name from before July 2025.
    public struct OldName: Sendable, Hashable {
        /// Without the kind.
        public let name: String
        public let kind: Kind
    }

    /// The official code, digits only.
    public let code: String
    /// Without the kind: “Bình Minh”.
    public let name: String
    public let kind: Kind
    /// As it is written on a sign: “Xã Bình Minh”.
    public let title: String
    /// The district that it was of, without “H.”, “TX” or “TP”; nil where it is not known.
    public let formerDistrict: String?
    /// What it was made of.
    public let oldNames: [OldName]

    public init(code: String, title: String, formerDistrict: String? = nil, from oldNames: [String] = []) {
        let (kind, name) = Kind.split(title)
        self.code = code
        self.name = name
        self.kind = kind ?? .commune
        self.title = title
        self.formerDistrict = formerDistrict.map { Kind.split($0).name }
        self.oldNames = oldNames.map { old in
            let (kind, name) = Kind.split(old)
            return OldName(name: name, kind: kind ?? .commune)
        }
    }
}

extension Commune.Kind {
    /// The words for each kind, as people write them.
    public static let words: [(kind: Commune.Kind, words: [String])] = [
        (.commune, ["xã", "x."]), (.ward, ["phường", "p.", "f."]), (.specialZone, ["đặc khu"]), (.township, ["thị trấn", "tt", "tt."]),
        (.district, ["huyện", "h.", "thị xã", "tx", "tx.", "thành phố", "tp", "tp."]),
    ]

    /// The kind that a name begins with, if it does, and the rest of the name.
    static func split(_ name: String) -> (kind: Commune.Kind?, name: String) {
        let small = name.lowercased()
        for (kind, words) in words {
            for word in words where small.hasPrefix(word + " ") {
                return (kind, String(name.dropFirst(word.count + 1)).trimmed)
            }
        }
        return (nil, name)
    }
}
