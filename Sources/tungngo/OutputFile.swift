import Foundation

/// What a command makes, in the file that was asked for, else on standard output.
enum OutputFile {
    static func write(_ text: String, to path: String?) throws {
        try write(Data(text.utf8), to: path)
    }

    static func write(_ data: Data, to path: String?) throws {
        guard let path else { return FileHandle.standardOutput.write(data) }
        try data.write(to: URL(filePath: path))
    }
}
