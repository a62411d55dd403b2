import Foundation

/// Bytes as hexadecimal digits, as signatures are written.
enum Hexadecimal {
    /// - Parameter text: in small letters, two a byte.
    /// - Returns: nil where the text is anything else.
    static func bytes(_ text: Substring) -> Data? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        guard !digits.isEmpty, digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0 }
        return Data(stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] })
    }
}
