public import Catalogue
public import Foundation

/// A small made-up catalogue: the sound `base` of `Tests/CatalogueTests/Broken`, or that base with the one fault of a folder beside it.
///
/// A fixture's folder holds only what differs from the base:
/// - a file with the name of one in the base stands in its place, any other is added;
/// - `X.delete` takes the file X away;
/// - `X.replace` changes lines of the file X: those above its line `=>` give way to those below it.
public struct CatalogueFixture: Sendable, CustomStringConvertible {
    public let name: String

    public var description: String { name }

    /// The day on which the fixtures are read.
    public static let today = Day(year: 2026, month: 11, day: 24) ?? .distantPast
    /// The catalogue without a fault.
    public static let base = CatalogueFixture(name: "base")
    /// Every catalogue with a fault, by name.
    public static let broken: [CatalogueFixture] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0 != base.name && !$0.hasPrefix(".") }.sorted().map(CatalogueFixture.init)
    }()

    private static let folder = Repository.root.appending(path: "Tests/CatalogueTests/Broken")
    private static let expectation = "expected.txt"

    private var folder: URL { Self.folder.appending(path: name) }

    /// The lines of `expected.txt`, sorted, each as ``line(of:)`` writes it; none for the base.
    public func expected() throws -> [String] {
        guard name != Self.base.name else { return [] }
        return try String(contentsOf: folder.appending(path: Self.expectation), encoding: .utf8).split(separator: "\n").map(String.init).sorted()
    }

    /// A diagnostic as `expected.txt` has it: `content/guides/muon-sach.md:12:1 error no-done`.
    public static func line(of diagnostic: Diagnostic) -> String {
        "\(diagnostic.position) \(diagnostic.severity.rawValue) \(diagnostic.kind.rawValue)"
    }

    /// Lays the catalogue out in a temporary folder, which is removed when the body returns or throws.
    ///
    /// - Parameter body: gets the folder that holds `intents` and `content`.
    public func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let temporary = try TemporaryFolder()
        let catalogue = temporary.url.appending(path: "catalogue")
        try layOut(at: catalogue)
        return try withExtendedLifetime(temporary) { try body(catalogue) }
    }

    /// Lays the catalogue out in a new folder, for tests that keep it longer or change it while it is served.
    ///
    /// Messages and phrases are made here, one for each key there is, so that a new key breaks no fixture. The sentences for
    /// editors are those of the shipped catalogue, so that a fault is told as an editor would read it.
    public func layOut(at catalogue: URL) throws {
        try FileManager.default.copyItem(at: Self.base.folder, to: catalogue)
        let editor = "content/editor.yaml"
        try FileManager.default.copyItem(at: Repository.root.appending(path: editor), to: catalogue.appending(path: editor))
        try Self.messages.write(to: catalogue.appending(path: "content/messages.yaml"), atomically: true, encoding: .utf8)
        try Self.phrases.write(to: catalogue.appending(path: "content/phrases.yaml"), atomically: true, encoding: .utf8)
        guard name != Self.base.name else { return }
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path != Self.expectation {
            let difference = folder.appending(path: path, directoryHint: .checkFileSystem)
            guard !difference.hasDirectoryPath else { continue }
            try apply(difference, at: catalogue.appending(path: path))
        }
    }

    private static var messages: String {
        MessageKey.allCases.map { key in
            let names = key.placeholders.sorted().map { " {\($0)}" }.joined()
            return "\(key.rawValue): \"Câu mẫu\(names)\"\n"
        }.joined()
    }

    private static var phrases: String {
        let phrases = Phrase.Meaning.allCases.map { "  - id: \"\($0.rawValue)\"\n    whole: [câu mẫu \($0.rawValue)]\n" }
        return "particles: [ạ, nhé]\nphrases:\n" + phrases.joined()
    }

    private func apply(_ difference: URL, at target: URL) throws {
        let files = FileManager.default
        switch difference.pathExtension {
        case "delete":
            try files.removeItem(at: target.deletingPathExtension())
        case "replace":
            try replace(difference, in: target.deletingPathExtension())
        default:
            if files.fileExists(atPath: target.path) { try files.removeItem(at: target) }
            try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(at: difference, to: target)
        }
    }

    private func replace(_ difference: URL, in target: URL) throws {
        let parts = try ("\n" + String(contentsOf: difference, encoding: .utf8)).split(separator: "\n=>\n", omittingEmptySubsequences: false)
        let text = try "\n" + String(contentsOf: target, encoding: .utf8)
        guard parts.count == 2, text.ranges(of: parts[0] + "\n").count == 1 else { throw Unclear(file: difference.path) }
        let changed = text.replacing(parts[0] + "\n", with: "\n" + parts[1])
        try String(changed.dropFirst()).write(to: target, atomically: true, encoding: .utf8)
    }

    /// A `.replace` whose lines do not stand in the base exactly once.
    private struct Unclear: Error {
        let file: String
    }
}
