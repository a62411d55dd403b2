/// Sentences with names in braces, as editors write them: “Bước {number}/{total}”.
public enum Template {
    /// Puts the values in the place of their names; a name without a value stays as it is.
    public static func fill(_ template: String, _ values: [String: String]) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var filled = ""
        var rest = template[...]
        while let first = rest.firstIndex(of: "{"), let close = rest[first...].firstIndex(of: "}"),
            let open = rest[..<close].lastIndex(of: "{")
        {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    /// The names in braces, in order of their first appearance.
    static func names(in template: String) -> [String] {
        var names: [String] = []
        for part in template.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let close = part.firstIndex(of: "}") else { continue }
            let name = String(part[..<close])
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
