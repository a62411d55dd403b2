internal import Yams

/// The wording of the made-up organisation that a trial run is filled with. Read from `content/demo.yaml`.
public struct DemoTexts: Sendable, Hashable {
    /// What the file has to say; each is a list, of one where one is enough.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        case cityTeam = "city-team"
        case cityAddress = "city-address"
        case communeTeam = "commune-team"
        case communeAddress = "commune-address"
        case villageTeam = "village-team"
        case villageAddress = "village-address"
        case member
        case communes
        case givenNames = "given-names"
        case communeHours = "commune-hours"
        case villageHours = "village-hours"
        /// The ids of guides, those that are asked for most first.
        case guides
        /// The id of a guide and the months in which it is asked for most: “thi-tot-nghiep 4 5 6”.
        case seasons
        case places
        case difficulties
        case questions
    }

    private let lists: [Key: [String]]

    public init(lists: [Key: [String]]) {
        self.lists = lists
    }

    /// Empty where nothing is written.
    public subscript(_ key: Key) -> [String] {
        lists[key] ?? []
    }

    /// The first text of a list with its braces filled.
    public func text(_ key: Key, _ values: [String: String] = [:]) -> String {
        Template.fill(self[key].first ?? key.rawValue, values)
    }

    static func read(name: String, text: String, _ findings: inout Findings) -> DemoTexts {
        let file = YAMLFile(name: name)
        guard let root = file.compose(text, &findings), let fields = file.fields(of: root, known: Key.allCases.map(\.rawValue), &findings)
        else { return DemoTexts(lists: [:]) }
        let lists = Key.allCases.compactMap { key in
            file.required(key.rawValue, in: fields, of: root, &findings).map { (key, file.strings($0, &findings)) }
        }
        return DemoTexts(lists: Dictionary(lists, uniquingKeysWith: { first, _ in first }))
    }
}
