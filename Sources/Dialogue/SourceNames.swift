/// A guide's sources as a person reads them in a message: laws by their names, pages by their hosts.
enum SourceNames {
    private static let most = 3

    static func of(_ sources: [String]) -> String {
        var names: [String] = []
        for source in sources {
            let name = source.hasPrefix("https://") ? host(of: source) : source
            if !names.contains(name) { names.append(name) }
        }
        return names.prefix(most).joined(separator: ", ")
    }

    private static func host(of address: String) -> String {
        let host = address.dropFirst("https://".count).prefix { $0 != "/" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }
}
