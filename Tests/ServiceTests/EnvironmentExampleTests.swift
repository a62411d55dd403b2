import Foundation
import Support
import Testing

/// `deploy/tungngo.env.example` beside the keys that the settings document.
struct EnvironmentExampleTests {
    /// Whole keys, and those that are written as a channel's beginning (`TUNGNGO_ZALO_OA_…`) and the rest of each.
    private static func documented() throws -> Set<String> {
        var keys: Set<String> = []
        for file in ["Settings", "ChannelSettings"] {
            let source = try String(contentsOf: Repository.root.appending(path: "Sources/Service/\(file).swift"), encoding: .utf8)
            // A comment begins with the key; what follows without one belongs to it.
            for comment in source.components(separatedBy: "/// `TUNGNGO_").dropFirst() {
                let text = comment.components(separatedBy: "\n    public ")[0]
                guard let start = comment.firstMatch(of: /^([A-Z_]+_)…`/)?.1 else {
                    keys.formUnion([String(comment.prefix { $0.isUppercase || $0 == "_" })])
                    continue
                }
                keys.formUnion(text.matches(of: /`([A-Z][A-Z_]*)`/).map { String(start + $0.1) })
            }
        }
        return Set(keys.map { "TUNGNGO_" + $0 })
    }

    @Test func `Every key that the settings document stands in the example, and no other`() throws {
        let example = try String(contentsOf: Repository.root.appending(path: "deploy/tungngo.env.example"), encoding: .utf8)
        let shown = Set(example.matches(of: /(?m)^#?(TUNGNGO_[A-Z_]+)=/).map { String($0.1) })
        let documented = try Self.documented()
        #expect(documented.count > 20)
        #expect(documented.subtracting(shown).sorted() == [])
        #expect(shown.subtracting(documented).sorted() == [])
    }
}
