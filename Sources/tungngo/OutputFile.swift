import Foundation

/// What a command makes, in the file that was asked for, else on standard output.
enum OutputFile {
    static func write(_ text: String, to path: String?) throws {
        guard let path else { return Terminal.print(text, terminator: "") }
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}
