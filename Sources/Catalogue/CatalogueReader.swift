public import Foundation
public import Vietnamese

/// Reads `intents/` and `content/` below one folder into a ``Catalogue``.
///
/// All faults are found at once. Reading is the only I/O of this room.
public struct CatalogueReader: Sendable {
    /// What came of reading: the catalogue as far as it could be read, and all that is wrong with it.
    public struct Reading: Sendable {
        public let catalogue: Catalogue
        /// In the order of their places.
        public let diagnostics: [Diagnostic]

        /// Whether the catalogue may go into service.
        public var isSound: Bool { !diagnostics.contains { $0.severity == .error } }
    }

    private let folder: URL
    private let today: Day

    /// - Parameters:
    ///   - folder: the folder that holds both `intents` and `content`.
    ///   - today: the local day, to tell which guides are overdue for review.
    public init(folder: URL, today: Day) {
        self.folder = folder
        self.today = today
    }

    public func read() -> Reading {
        var findings = Findings()
        var (intents, sources) = intents(in: "intents", &findings)
        let lexicon = text(of: "intents/lexicon.yaml", &findings).map { LexiconFile.read(name: "intents/lexicon.yaml", text: $0, &findings) }
        var guides: [(file: GuideFile, guide: Guide)] = []
        for name in files(in: "content/guides", ending: ".md") {
            guard let text = text(of: name, &findings) else { continue }
            let id = String(name.split(separator: "/").last?.dropLast(3) ?? "")
            let file = GuideFile(id: id, name: name, text: text, loudspeaker: loudspeaker(of: id, &findings), &findings)
            if let guide = file.guide { guides.append((file, guide)) }
        }
        let groups = text(of: "content/groups.yaml", &findings).map { ContentFiles.groups(name: "content/groups.yaml", text: $0, &findings) } ?? []
        let phrases = text(of: "content/phrases.yaml", &findings).map { ContentFiles.phrases(name: "content/phrases.yaml", text: $0, &findings) }
        let messages = text(of: "content/messages.yaml", &findings).map { ContentFiles.messages(name: "content/messages.yaml", text: $0, &findings) }
        let editor = text(of: "content/editor.yaml", &findings).map { ContentFiles.editor(name: "content/editor.yaml", text: $0, &findings) }

        let glossary =
            exists("content/glossary.yaml")
            ? text(of: "content/glossary.yaml", &findings).map { Glossary.read(name: "content/glossary.yaml", text: $0, &findings) } : nil

        let communes = files(in: "content", ending: ".yaml").filter { $0.hasPrefix("content/wards-") }
            .flatMap { name in text(of: name, &findings).map { CommuneFile.read(name: name, text: $0, &findings) } ?? [] }

        var pages: [String: [String: String]] = [:]
        for name in files(in: "content/pages", ending: "-words.yaml") {
            guard let text = text(of: name, &findings) else { continue }
            pages[String(name.dropFirst("content/pages/".count).dropLast("-words.yaml".count))] = ContentFiles.words(
                name: name, text: text, &findings)
        }

        let order = Dictionary(groups.enumerated().map { ($1.group.id, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = guides.map(\.guide).sorted { (order[$0.group] ?? .max, $0.title) < (order[$1.group] ?? .max, $1.title) }
        intents = intents.uniqued()
        let catalogue = Catalogue(
            intents: intents, guides: sorted, groups: groups.map(\.group), messages: messages ?? Messages(), phrases: phrases?.phrases ?? [],
            particles: phrases?.particles ?? [], asking: phrases?.asking ?? [], lexicon: lexicon ?? .empty, editor: editor ?? EditorTexts(),
            pages: pages,
            glossary: glossary ?? Glossary(), communes: communes, sources: sources
        )
        let rules = CatalogueRules(catalogue: catalogue, today: today) { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
        let steps = Dictionary(guides.map { ($0.guide.id, $0.file.steps) }, uniquingKeysWith: { first, _ in first })
        rules.check(steps: steps, groups: groups.map(\.place), &findings)
        let readOut = files(in: "content/loudspeaker", ending: ".txt").compactMap { $0.split(separator: "/").last?.dropLast(4) }.map(String.init)
        let orphans = readOut.filter { !exists("content/guides/\($0).md") }
        WordingRules(catalogue: catalogue, steps: steps, orphans: orphans).check(&findings)
        return Reading(
            catalogue: catalogue, diagnostics: findings.diagnostics.sorted { ($0.position, $0.kind.rawValue) < ($1.position, $1.kind.rawValue) })
    }

    /// Only the intents of a folder of YAML files, and the lexicon if there is one: a catalogue that is used to measure.
    ///
    /// - Parameter folder: the folder that holds the files themselves.
    public static func measure(folder: URL) -> (intents: [Intent], lexicon: Lexicon?, diagnostics: [Diagnostic]) {
        let reader = CatalogueReader(folder: folder, today: Day.distantPast)
        var findings = Findings()
        var (intents, _) = reader.intents(in: "", &findings)
        intents = intents.uniqued()
        let lexicon =
            reader.exists("lexicon.yaml")
            ? reader.text(of: "lexicon.yaml", &findings).map { LexiconFile.read(name: "lexicon.yaml", text: $0, &findings) } : nil
        return (intents, lexicon, findings.diagnostics)
    }

    private func intents(in path: String, _ findings: inout Findings) -> ([Intent], SourceMap) {
        var intents: [Intent] = []
        var sources = SourceMap()
        let names = files(in: path, ending: ".yaml").filter { $0.split(separator: "/").last != "lexicon.yaml" }
        if names.isEmpty { findings.add(.missingFile, at: Position(file: path.isEmpty ? "." : path), ["file": "*.yaml"]) }
        for name in names {
            guard let text = text(of: name, &findings) else { continue }
            let file = IntentFile(name: name, text: text, &findings)
            for intent in file.intents {
                if let first = sources.intents[intent.id], let place = file.sources.intents[intent.id] {
                    findings.add(.repeatedID, at: place, ["id": intent.id, "first": first.description])
                }
            }
            intents += file.intents
            sources.merge(file.sources)
        }
        return (intents, sources)
    }

    /// What is read out for a guide; that there is nothing yet is for the rules to say.
    private func loudspeaker(of guide: String, _ findings: inout Findings) -> String? {
        let name = "content/loudspeaker/\(guide).txt"
        guard exists(name), let text = text(of: name, &findings)?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    private func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }

    private func text(of name: String, _ findings: inout Findings) -> String? {
        guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path) else {
            findings.add(.missingFile, at: Position(file: name), ["file": name])
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            let valid = String(decoding: data, as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }
            findings.add(.notUTF8, at: Position(file: name, line: valid.count { $0 == "\n" } + 1))
            return nil
        }
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        return plain.replacing("\r\n", with: "\n").precomposedStringWithCanonicalMapping
    }

    /// The files of a folder in the order of their names, as paths below the catalogue's folder.
    private func files(in path: String, ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
        return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted().map { path.isEmpty ? $0 : path + "/" + $0 }
    }
}

extension [Intent] {
    /// The first of each id; that there is a second one is a finding already.
    fileprivate func uniqued() -> [Intent] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}
