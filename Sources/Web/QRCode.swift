import CQREncode

/// A QR code as an SVG path: one unit a module, the quiet zone of four modules included.
struct QRCode: Sendable, Hashable {
    /// What it says, for those who have to type it.
    let text: String
    /// The side of the whole picture in modules.
    let size: Int
    /// The dark modules, a rectangle for each run of a row.
    let path: String

    private static let quietZone = 4

    /// - Returns: nil where the text is empty or too long for a QR code.
    init?(_ text: String) {
        // Level M: a fold or a stain of 15 % does no harm.
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
                if column > start {
                    path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        self.text = text
        self.path = path
        size = width + 2 * Self.quietZone
    }
}
