/// The sentences for those who keep the catalogue: what each diagnostic means and what to write instead, and how a match is
/// explained. Read from `content/editor.yaml`.
public struct EditorTexts: Sendable, Hashable {
    let sentences: [String: String]

    /// - Parameter sentences: by key; those of diagnostics are `<kind>` and `<kind>.remedy`.
    public init(sentences: [String: String] = [:]) {
        self.sentences = sentences
    }

    /// One line for a terminal: place, severity, what is wrong, what to write instead, and the kind in brackets.
    ///
    /// Where the file has no sentence for it (a catalogue so broken that even this file is missing), kind and arguments stand
    /// for themselves.
    public func line(for diagnostic: Diagnostic) -> String {
        let kind = diagnostic.kind.rawValue
        let severity = sentences["severity." + diagnostic.severity.rawValue] ?? diagnostic.severity.rawValue
        let plain = diagnostic.arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        let wrong = sentences[kind].map { Template.fill($0, diagnostic.arguments) } ?? plain
        let remedy = sentences[kind + ".remedy"].map { " " + Template.fill($0, diagnostic.arguments) } ?? ""
        return "\(diagnostic.position): \(severity): \(wrong)\(remedy) [\(kind)]"
    }

    /// The sentence for a key with its braces filled, or the key itself where there is none.
    public func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
        Template.fill(sentences[key] ?? key, arguments)
    }
}
