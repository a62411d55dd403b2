/// The faults found so far while files are read: all are reported at once, none stops the reading of the others.
struct Findings {
    private(set) var diagnostics: [Diagnostic] = []

    mutating func add(_ kind: Diagnostic.Kind, at position: Position, _ arguments: [String: String] = [:]) {
        diagnostics.append(Diagnostic(kind, at: position, arguments))
    }

    mutating func add(_ others: Findings) { diagnostics += others.diagnostics }
}
