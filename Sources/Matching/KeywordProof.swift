internal import Catalogue
internal import Vietnamese

/// What can be said of keywords without asking a question: whether two intents claim the same ones, whether some can never
/// decide anything.
struct KeywordProof {
    private let intents: [Intent]
    private let sources: SourceMap
    private(set) var diagnostics: [Diagnostic] = []

    init(_ intents: [Intent], lesson: Lesson, sources: SourceMap) {
        self.intents = intents
        self.sources = sources
        findClaims()
        findDead(lesson)
    }

    /// The same keywords under two intents are an error. Keywords that are all among the other's alternatives, entry by entry,
    /// are found only where the other's are found as well, and can never decide for their intent: a warning.
    private mutating func findClaims() {
        let sets = intents.map { intent in intent.keywords.map { Set($0.map(Folding.fold)) } }
        for (number, intent) in intents.enumerated() where !sets[number].isEmpty {
            for (other, otherIntent) in intents.enumerated() where other != number && Self.lies(sets[number][...], within: sets[other]) {
                let isSame = Self.lies(sets[other][...], within: sets[number])
                // Of two that are the same the later one is told.
                if isSame, other > number { continue }
                add(.repeatedKeywords, intent, severity: isSame ? .error : .warning, ["other": otherIntent.id])
            }
        }
    }

    /// Keywords that no sample of their intent has are proved by nothing.
    private mutating func findDead(_ lesson: Lesson) {
        var isFound = [Bool](repeating: false, count: intents.count)
        for sample in 0..<lesson.corpus.askedCount {
            let own = lesson.corpus.intents[sample]
            if lesson.keywords(inSample: sample, mass: 1).contains(where: { $0.intent == Int(own) && $0.coverage > 0 }) { isFound[Int(own)] = true }
        }
        for (number, intent) in intents.enumerated() where !intent.keywords.isEmpty && !intent.questions.isEmpty && !isFound[number] {
            add(.deadKeywords, intent, severity: nil, [:])
        }
    }

    private mutating func add(_ kind: Diagnostic.Kind, _ intent: Intent, severity: Diagnostic.Severity?, _ arguments: [String: String]) {
        let position = sources.keywords[intent.id] ?? sources.intents[intent.id] ?? Position(file: "intents")
        let keywords = intent.keywords.map { $0.joined(separator: "/") }.joined(separator: " + ")
        diagnostics.append(
            Diagnostic(kind, at: position, severity: severity, arguments.merging(["intent": intent.id, "keywords": keywords]) { own, _ in own }))
    }

    /// Whether the entries stand one to one within those of another set, each a part of its counterpart.
    private static func lies(_ entries: ArraySlice<Set<String>>, within others: [Set<String>]) -> Bool {
        guard entries.count == others.count else { return false }
        guard let first = entries.first else { return true }
        return others.indices.contains { index in
            guard first.isSubset(of: others[index]) else { return false }
            var rest = others
            rest.remove(at: index)
            return lies(entries.dropFirst(), within: rest)
        }
    }
}
