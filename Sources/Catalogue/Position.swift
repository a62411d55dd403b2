/// A place in a file of the catalogue.
public struct Position: Sendable, Hashable, Codable, Comparable {
    /// The path below the catalogue's folder, as `intents/an-toan.yaml`.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int

    public init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    public static func < (one: Position, other: Position) -> Bool {
        (one.file, one.line, one.column) < (other.file, other.line, other.column)
    }
}

extension Position: CustomStringConvertible {
    /// `intents/an-toan.yaml:12:5`, as editors and terminals make a link of it.
    public var description: String { "\(file):\(line):\(column)" }
}
