/// Finding secrets in a text and taking them out.
enum Masking {
    static let mask = "•••"

    /// A secret and where it stands in the text's UTF-8.
    struct Finding {
        let bytes: Range<Int>
        let secret: Secret
    }

    /// The secrets of a text, in any order; they may overlap. Linear.
    static func findings(in text: String) -> [Finding] {
        var pieces = TextPieces(text)
        FileCodes.mark(in: &pieces)
        var findings: [Finding] = []
        EmailMasking.find(in: pieces, &findings)
        PasswordMasking.find(in: pieces, &findings)
        NumberMasking.find(in: pieces, &findings)
        return findings
    }

    /// The text with one mask for each stretch of findings that touch.
    static func replace(_ findings: [Finding], in text: String) -> String {
        let bytes = Array(text.utf8)
        var masked: [UInt8] = []
        masked.reserveCapacity(bytes.count)
        var end = 0
        for finding in findings.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            if finding.bytes.lowerBound >= end {
                masked.append(contentsOf: bytes[end..<finding.bytes.lowerBound])
                masked.append(contentsOf: mask.utf8)
            }
            end = max(end, finding.bytes.upperBound)
        }
        masked.append(contentsOf: bytes[end...])
        return String(decoding: masked, as: UTF8.self)
    }
}
